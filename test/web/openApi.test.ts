import assert from 'node:assert/strict';
import { Validator } from '@seriousme/openapi-schema-validator';
import { z } from 'zod';
import { createSchema } from 'zod-openapi';
import { apiCommands, commands } from '../../bot/contract/commands.ts';
import { files } from '../../bot/contract/files.ts';
import { questions } from '../../bot/contract/questions.ts';
import { refusalCodes } from '../../bot/contract/refusal.ts';
import { describeApi } from '../../bot/web/openApi.ts';
import { describeRefinements } from '../../bot/web/openApiNotes.ts';
import { startServer } from './running.ts';

describe('the description of the API', () => {
  const described = describeApi({ publicUrl: 'https://ground.example', demo: true });
  const text = JSON.stringify(described);
  const paths = described.paths ?? {};

  it('is valid OpenAPI', async () => {
    const validator = new Validator();

    const result = await validator.validate(JSON.parse(text) as Record<string, unknown>);

    assert.equal(validator.version, '3.1');
    assert.deepEqual(result.errors, undefined);
    assert.equal(result.valid, true);
  });

  it('is served as it is', async () => {
    const app = await startServer({ publicUrl: 'https://ground.example' });

    const answer = await fetch(`${app.url}/api/openapi.json`);
    const served = await answer.text();
    await app.stop();

    assert.equal(answer.status, 200);
    assert.equal(served, text);
  });

  it('holds every command but those of the bot and of the app itself, each with its input', () => {
    assert.deepEqual(
      Object.keys(commands).filter((name) => !apiCommands.some((offered) => offered === name)),
      [
        'placement.noteRehabOffer',
        'panel.bindChannel',
        'self.rememberConversation',
        'self.clearLater',
        'people.addFirst',
        'people.importStep',
        'directory.putArea',
        'directory.putOrganisation',
        'directory.putPerson',
      ],
    );
    for (const name of apiCommands) {
      const operation = paths[`/api/commands/${name}`]?.post;
      assert.equal(operation?.summary, commands[name].summary);
      const body = JSON.stringify(operation?.requestBody);
      const field = Object.keys(commands[name].input.shape)[0] ?? '';
      assert.ok(body.includes(`"${field}"`) || body.includes('#/components/schemas/'), `${name}: ${field}`);
    }
  });

  it('holds every file, each with its kind', () => {
    for (const [name, { summary, mediaType }] of Object.entries(files)) {
      const operation = paths[`/api/files/${name}`]?.post;
      assert.equal(operation?.summary, summary);
      assert.ok(JSON.stringify(operation?.responses?.[200]).includes(mediaType), name);
    }
  });

  it('holds every question, each with its answer', () => {
    for (const [name, { summary }] of Object.entries(questions)) {
      const operation = paths[`/api/questions/${name}`]?.post;
      assert.equal(operation?.summary, summary);
      const responses = operation?.responses ?? {};
      assert.ok(JSON.stringify(responses[200]).includes('schema'), name);
      assert.ok(responses[304], name);
    }
  });

  it('holds nothing that is not there', () => {
    const own = Object.keys(paths).filter((path) => !/^\/api\/(commands|questions|files)\//.test(path));

    assert.deepEqual(own, [
      '/api/demo',
      '/api/demo/sign-in',
      '/api/demo/clock',
      '/health',
      '/ready',
      '/api/openapi.json',
    ]);
    const offered = [...apiCommands, ...Object.keys(questions), ...Object.keys(files)];
    assert.equal(Object.keys(paths).length - own.length, offered.length);
  });

  it('says of each refusal code what it means, and of each operation how it can be refused', () => {
    for (const means of Object.values(refusalCodes)) assert.ok(described.info.description?.includes(means));
    const responses = paths['/api/commands/incident.report']?.post?.responses ?? {};
    assert.deepEqual(Object.keys(responses), [
      '200',
      '400',
      '401',
      '403',
      '408',
      '409',
      '413',
      '415',
      '422',
      '500',
      '503',
    ]);
  });

  it('notes what is done to a text before it is judged, which JSON Schema has no words for', () => {
    assert.match(text, /Spaces before and after do not count\./);
    assert.match(text, /Tidied before it is kept\./);
  });

  it('notes any refinement of any schema, and leaves the rest alone', () => {
    const schema = z.object({
      even: z.number().refine((value) => value % 2 === 0, { error: 'Give an even number.' }),
      odd: z.number().refine((value) => value % 2 === 1),
      text: z.string().trim().meta({ description: 'A word.' }),
      plain: z.string().max(3),
    });

    const { schema: made } = createSchema(schema, { io: 'input', opts: { override: describeRefinements } });

    const described = (made as { properties: Record<string, { description?: string }> }).properties;
    assert.equal(described['even']?.description, 'Also checked: Give an even number.');
    assert.match(described['odd']?.description ?? '', /^Also checked: /);
    assert.equal(described['text']?.description, 'A word. Spaces before and after do not count.');
    assert.equal(described['plain']?.description, undefined);
  });
});
