/** Every file there is to fetch: what it is asked with, and what it is. Fetched with the caller's token (D19). */
import type { z } from 'zod';
import { auditFiles } from './audit.ts';
import { subjectAccessFiles } from './subjectAccess.ts';

export const files = {
  ...auditFiles,
  ...subjectAccessFiles,
} as const satisfies Record<string, FileContract>;

export interface FileContract {
  readonly input: z.ZodObject;
  readonly summary: string;
  readonly mediaType: MediaType;
}

/** CSV opens in Excel, Word documents in Word: what offices use (D19). */
export type MediaType =
  | 'text/csv; charset=utf-8'
  | 'text/calendar; charset=utf-8'
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export type Files = typeof files;
export type FileName = keyof Files;
export type FileInput<N extends FileName> = z.output<Files[N]['input']>;
