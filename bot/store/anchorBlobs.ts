import type { ContainerClient, StoragePipelineOptions } from '@azure/storage-blob';
import type { TokenCredential } from '@azure/identity';
import type { Anchors } from '../desk/audit/anchors.ts';

export interface BlobContainer {
  /** `https://<account>.blob.core.windows.net/<container>`. It keeps every blob for its time (infra/azure.bicep). */
  readonly url: string;
  /** Left out, nobody signs in: for a stand-in on this machine. */
  readonly credential?: () => Promise<TokenCredential>;
  readonly retryOptions?: StoragePipelineOptions['retryOptions'];
}

/** Anchors as blobs. The library is loaded when the first one is asked for: starting costs nothing. */
export function anchorBlobs(place: BlobContainer): Anchors {
  let opened: Promise<ContainerClient> | undefined;
  const container = () => (opened ??= open(place));
  return {
    async append(name, document) {
      const blob = (await container()).getBlockBlobClient(name);
      try {
        await blob.upload(document, Buffer.byteLength(document), {
          conditions: { ifNoneMatch: '*' },
          blobHTTPHeaders: { blobContentType: 'application/json' },
        });
        return 'kept';
      } catch (error) {
        // 409 BlobAlreadyExists, or 412 from the condition itself.
        if (statusOf(error) === 409 || statusOf(error) === 412) return 'there';
        throw error;
      }
    },
    async read(name) {
      try {
        return (await (await container()).getBlockBlobClient(name).downloadToBuffer()).toString('utf8');
      } catch (error) {
        if (statusOf(error) === 404) return undefined;
        throw error;
      }
    },
    async *names() {
      for await (const { name } of (await container()).listBlobsFlat()) yield name;
    },
  };
}

async function open({ url, credential, retryOptions }: BlobContainer): Promise<ContainerClient> {
  const { ContainerClient: Client } = await import('@azure/storage-blob');
  return new Client(url, await credential?.(), retryOptions ? { retryOptions } : {});
}

const statusOf = (error: unknown) =>
  error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
