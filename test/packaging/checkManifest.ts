import { AppManifestUtils, type TeamsManifest } from '@microsoft/app-manifest';
import { z } from 'zod';

/** What the checks of ours read; the schema of the manifest itself is Microsoft's. */
const manifestShape = z.object({
  version: z.string(),
  developer: z.object({ websiteUrl: z.string(), privacyUrl: z.string(), termsOfUseUrl: z.string() }),
  icons: z.object({ color: z.string(), outline: z.string() }),
  bots: z.array(
    z.object({
      scopes: z.array(z.string()),
      commandLists: z.array(
        z.object({
          scopes: z.array(z.string()),
          commands: z.array(z.object({ title: z.string(), description: z.string() })),
        }),
      ),
    }),
  ),
  staticTabs: z.array(z.object({ entityId: z.string(), contentUrl: z.string(), websiteUrl: z.string() })),
  validDomains: z.array(z.string()),
  webApplicationInfo: z.object({ id: z.string(), resource: z.string() }),
});

type Manifest = z.infer<typeof manifestShape>;

/** Reads a file of the app package; throws when there is none. */
export type ReadFile = (name: string) => Buffer;

/**
 * What is wrong with the text of a Teams manifest whose placeholders are filled in, one sentence each: Microsoft's schema as it
 * ships in @microsoft/app-manifest, then what that schema lets through but Teams or the store refuses. Throws when the
 * text is no JSON.
 */
export async function checkManifest(text: string, readFile: ReadFile): Promise<string[]> {
  const manifest: TeamsManifest = JSON.parse(text);
  const bySchema = await AppManifestUtils.validateAgainstSchema(manifest);
  const read = manifestShape.safeParse(manifest);
  if (!read.success)
    return [...bySchema, ...read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)];
  return [
    ...bySchema,
    ...versionProblems(read.data),
    ...addressProblems(read.data),
    ...domainProblems(read.data),
    ...signInProblems(read.data),
    ...commandProblems(read.data),
    ...repeated(read.data.staticTabs.map((tab) => tab.entityId)).map((id) => `entityId ${id} is used twice`),
    ...iconProblems('color', read.data.icons.color, 192, readFile),
    ...iconProblems('outline', read.data.icons.outline, 32, readFile),
  ];
}

function versionProblems({ version }: Manifest): string[] {
  return /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.test(version)
    ? []
    : [`version ${version} is not semantic`];
}

function addressProblems({ developer, staticTabs, validDomains }: Manifest): string[] {
  const addresses = [
    ...Object.values(developer),
    ...staticTabs.flatMap((tab) => [tab.contentUrl, tab.websiteUrl]),
  ];
  return addresses.flatMap((address) => {
    if (!URL.canParse(address)) return [`${address} is no address`];
    const { protocol, host } = new URL(address);
    if (protocol !== 'https:') return [`${address} is not https`];
    return validDomains.includes(host) ? [] : [`${host} is not among validDomains`];
  });
}

function domainProblems({ validDomains }: Manifest): string[] {
  return validDomains
    .filter((domain) => !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain))
    .map((domain) => `validDomains: ${domain} is not a plain host name`);
}

// Teams asks Entra for a token for this resource; a mismatch shows only when the first person signs in.
function signInProblems({ webApplicationInfo, validDomains }: Manifest): string[] {
  const { id, resource } = webApplicationInfo;
  return validDomains.some((domain) => resource === `api://${domain}/${id}`)
    ? []
    : [`webApplicationInfo.resource ${resource} is not api://<domain>/<id>`];
}

function commandProblems({ bots }: Manifest): string[] {
  return bots.flatMap(({ scopes, commandLists }) => [
    ...repeated(commandLists.flatMap((list) => list.scopes)).map((scope) => `two command lists for ${scope}`),
    ...commandLists
      .flatMap((list) => list.scopes)
      .filter((scope) => !scopes.includes(scope))
      .map((scope) => `commands for ${scope}, where the bot is not`),
    ...commandLists.flatMap((list) =>
      repeated(list.commands.map((command) => command.title)).map(
        (title) => `command ${title} is listed twice`,
      ),
    ),
  ]);
}

function iconProblems(kind: 'color' | 'outline', name: string, size: number, readFile: ReadFile): string[] {
  let header;
  try {
    header = readPngHeader(readFile(name));
  } catch {
    return [`icons.${kind}: ${name} is not a PNG file of the package`];
  }
  const wrongSize = header.width !== size || header.height !== size;
  const opaque = kind === 'outline' && !header.transparent;
  return [
    ...(wrongSize ? [`icons.${kind}: ${header.width}x${header.height}, not ${size}x${size}`] : []),
    ...(opaque ? [`icons.${kind}: has no transparency`] : []),
  ];
}

/** Reads size and transparency from the header of a PNG file (RFC 2083 §4.1.1); throws when it is none. */
function readPngHeader(file: Buffer): { width: number; height: number; transparent: boolean } {
  const signature = file.toString('latin1', 0, 8);
  if (signature !== '\x89PNG\r\n\x1a\n' || file.toString('latin1', 12, 16) !== 'IHDR')
    throw new Error('Not a PNG file.');
  const colourType = file.readUInt8(25);
  return {
    width: file.readUInt32BE(16),
    height: file.readUInt32BE(20),
    transparent: colourType === 4 || colourType === 6,
  };
}

function repeated(words: string[]): string[] {
  return words.filter((word, index) => words.indexOf(word) !== index);
}
