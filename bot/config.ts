/**
 * The environment, read once. Either nothing of production is set, and the app runs in demo mode on loopback; or all
 * of it is, and demo mode cannot be reached (D13, D14). Half of it refuses to start and names what is missing.
 */
import { z } from 'zod';

const text = z.string().trim().min(1);
const port = z.coerce.number({ error: 'PORT must be a number.' }).int().min(0).max(65535).default(3978);
const logLevel = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn');

const demo = z.object({
  PORT: port,
  LOG_LEVEL: logLevel,
  /** The embedded store's file. Default `.data/common-ground.sqlite`; keep it out of shared folders. */
  DATA_FILE: text.default('.data/common-ground.sqlite'),
});

/** Every setting of production. All but those with a default or marked optional must be there. */
const production = z.object({
  PORT: port,
  LOG_LEVEL: logLevel,
  /** Where the app is reached, for links in cards and the manifest's domain. Must be https. */
  PUBLIC_URL: z.url({ protocol: /^https$/, error: 'PUBLIC_URL must begin with https://.' }),
  /** The bot's registration. An empty id would switch botbuilder's token check off, so it may not be empty. */
  MICROSOFT_APP_ID: z.guid({ error: 'MICROSOFT_APP_ID must be the bot registration id.' }),
  MICROSOFT_APP_TENANT_ID: z.guid({ error: 'MICROSOFT_APP_TENANT_ID must be a tenant id.' }),
  MICROSOFT_APP_TYPE: z.enum(['SingleTenant', 'UserAssignedMSI'], {
    error: 'MICROSOFT_APP_TYPE must be SingleTenant or UserAssignedMSI.',
  }),
  /** Needed for SingleTenant, not for a managed identity. */
  MICROSOFT_APP_PASSWORD: text.optional(),
  /** The tab's registration, and the tenants whose people may sign in (comma-separated; default the one tenant). */
  ENTRA_TENANT_ID: z.guid({ error: 'ENTRA_TENANT_ID must be a tenant id.' }),
  ENTRA_CLIENT_ID: z.guid({ error: 'ENTRA_CLIENT_ID must be the tab registration id.' }),
  ENTRA_ALLOWED_TENANTS: text.optional(),
  /** Optional: with a secret of the tab's registration the app can act in Microsoft Graph for whoever is signed in. */
  ENTRA_CLIENT_SECRET: text.optional(),
  /** https, because a key may travel with it; an emulator on this machine may do without. */
  COSMOS_ENDPOINT: z
    .url({ error: 'COSMOS_ENDPOINT must be the address of the Cosmos DB account.' })
    .refine(isKeptSecret, {
      error: 'COSMOS_ENDPOINT must begin with https://.',
    }),
  COSMOS_DATABASE: text.default('common-ground'),
  /** Optional: without it the managed identity signs in to Cosmos DB, which is the safer way. */
  COSMOS_KEY: text.optional(),
  /** The Blob container that keeps the daily seals outside the store (D16). */
  ANCHORS_CONTAINER_URL: z
    .url({ error: 'ANCHORS_CONTAINER_URL must be the address of a Blob container.' })
    .refine((address) => /^https:\/\/[^/]+\/[a-z0-9-]+\/?$/.test(address), {
      error: 'ANCHORS_CONTAINER_URL must begin with https:// and end with the container.',
    }),
  /** At least 32 characters; people are found by hashes under this key, so it must never change. */
  PERSON_HASH_KEY: z.string().min(32, { error: 'PERSON_HASH_KEY must have at least 32 characters.' }),
  /** Optional: the Entra object id of who becomes administrator while nobody is one; afterwards it changes nothing. */
  FIRST_ADMINISTRATOR: z
    .guid({ error: 'FIRST_ADMINISTRATOR must be the Entra object id of a person.' })
    .optional(),
  /** Their name in the directory; an administrator can change it. */
  FIRST_ADMINISTRATOR_NAME: text.max(120).default('First administrator'),
});

function isKeptSecret(address: string): boolean {
  // What is no address at all has been said so already.
  if (!URL.canParse(address)) return true;
  const { protocol, hostname, username } = new URL(address);
  const isHere = hostname === 'localhost' || hostname === '127.0.0.1';
  return username === '' && (protocol === 'https:' || (protocol === 'http:' && isHere));
}

export type DemoConfig = { readonly mode: 'demo' } & Readonly<z.output<typeof demo>>;
export type ProductionConfig = { readonly mode: 'production' } & Readonly<z.output<typeof production>>;
export type Config = DemoConfig | ProductionConfig;

export type Environment = Readonly<Record<string, string | undefined>>;

/** Settings that only production has: one of them, or NODE_ENV=production, and all of them are asked for. */
const productionOnly = Object.keys(production.shape).filter((key) => !Object.hasOwn(demo.shape, key));

/** Throws an Error whose message tells an operator what to set; never shows a value. */
export function readConfig(environment: Environment): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const isProduction =
    given['NODE_ENV'] === 'production' || productionOnly.some((key) => Object.hasOwn(given, key));
  if (!isProduction) return { mode: 'demo', ...parsed(demo, given) };
  const config = parsed(production, given);
  if (config.MICROSOFT_APP_TYPE === 'SingleTenant' && !config.MICROSOFT_APP_PASSWORD) {
    throw aboutConfig('Set MICROSOFT_APP_PASSWORD, or use MICROSOFT_APP_TYPE=UserAssignedMSI.');
  }
  const loud = talkative.filter((key) => Object.hasOwn(given, key));
  if (loud.length > 0) {
    throw aboutConfig(
      `Unset ${loud.join(', ')}: with it libraries print what is in requests, patient data included.`,
    );
  }
  return { mode: 'production', ...config };
}

const refuses = 'Common Ground does not start with this configuration. ';

/** They make Node, restify and Azure's libraries print requests past the log (HS-13). */
const talkative = ['AZURE_LOG_LEVEL', 'DEBUG', 'NODE_DEBUG'];

const aboutConfig = (sentence: string) =>
  Object.assign(new Error(`${refuses}${sentence}`), { name: 'ConfigError' });

/** Whether an error's message is one of ours, made for an operator to read. */
export const isAboutConfig = (error: Error): boolean => error.name === 'ConfigError';

function parsed<S extends z.ZodObject>(schema: S, given: Record<string, string | undefined>): z.output<S> {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const missing = result.error.issues
    .map(({ path }) => String(path[0]))
    .filter((key) => given[key] === undefined);
  const wrong = result.error.issues.filter(({ path }) => given[String(path[0])] !== undefined);
  const sentences = [
    ...(missing.length > 0 ? [`Missing: ${missing.join(', ')}.`] : []),
    ...wrong.map(({ message, path }) =>
      message.includes(String(path[0])) ? message : `${String(path[0])} is not valid.`,
    ),
  ];
  const hint =
    schema === (production as z.ZodObject) ? ' For demo mode set none of the production settings.' : '';
  throw aboutConfig(`${sentences.join(' ')}${hint}`);
}
