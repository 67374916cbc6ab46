/** The road of every file (D19): that of a question, but each fetching is a line in the access log, before it leaves. */
import { files, type FileName } from '../contract/files.ts';
import type { Refusal } from '../contract/refusal.ts';
import { answerFor, type Question } from './ask.ts';
import type { Caller } from './caller.ts';
import type { Office } from './office.ts';
import type { FileSpec, FileSpecs } from './spec.ts';

export interface MadeFile {
  /** Letters, digits, dots and hyphens: a name of ours, perhaps a reference, nothing of a patient. */
  readonly filename: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export type Fetched =
  | { readonly made: true; readonly file: MadeFile }
  | { readonly made: false; readonly refusal: Refusal };

/** What to fetch, and under which role: as a question. */
export type FileRequest = Omit<Question, 'forDelivery'>;

export async function file(
  office: Office,
  specs: FileSpecs,
  caller: Caller,
  request: FileRequest,
): Promise<Fetched> {
  const { name } = request;
  if (!isFileName(name)) {
    return {
      made: false,
      refusal: {
        code: 'unknown',
        message: 'There is no such file. See /api/openapi.json for those there are.',
      },
    };
  }
  // The catalogue pairs each name with its own input.
  const spec = specs[name] as unknown as FileSpec<unknown>;
  const asked = await answerFor(office, { spec, input: files[name].input, each: true }, caller, request);
  if (!asked.answered) return { made: false, refusal: asked.refusal };
  const { filename, bytes } = asked.answer;
  if (!/^[A-Za-z0-9][A-Za-z0-9.-]*$/.test(filename))
    throw new Error(`${name} has a name that cannot be sent.`);
  return { made: true, file: { filename, bytes, mediaType: files[name].mediaType } };
}

function isFileName(name: string): name is FileName {
  return Object.hasOwn(files, name);
}
