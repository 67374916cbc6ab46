import { useState } from 'react';
import type { FileInput, FileName } from '../../bot/contract/files.ts';
import type { Refusal } from '../../bot/contract/refusal.ts';
import { refusalOf, type FetchedFile } from './api.ts';
import { useCaller } from './caller.ts';

export interface Saving<N extends FileName> {
  /** Fetches the file and hands it to the browser to save; true once that is done. */
  readonly save: (input: FileInput<N>) => Promise<boolean>;
  readonly saving: boolean;
  readonly refusal: Refusal | undefined;
}

/** A file fetched with the caller's token: a plain link would have to carry the token in its address (D19). */
export function useFile<N extends FileName>(name: N): Saving<N> {
  const { api, under } = useCaller();
  const [saving, setSaving] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();

  async function save(input: FileInput<N>): Promise<boolean> {
    if (saving) return false;
    setSaving(true);
    setRefusal(undefined);
    try {
      handOver(await api.fetchFile(name, input, under));
      return true;
    } catch (error) {
      setRefusal(refusalOf(error));
      return false;
    } finally {
      setSaving(false);
    }
  }

  return { save, saving, refusal };
}

/** How long the browser gets to take the file over, in milliseconds. */
const handOverTime = 60_000;

function handOver({ filename, content }: FetchedFile): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = filename;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), handOverTime);
}
