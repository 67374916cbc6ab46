/**
 * What somebody typed, without what is no text: control characters but tabs and ends of lines, signs that turn the
 * direction of the words after them, and halves of characters. They can be seen by nobody, can make one text look like
 * another, and break the files a record is written into.
 */
export function plainText(typed: string): string {
  return typed
    .replaceAll(/\p{Cs}/gu, '\ufffd')
    .replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (sign: string) => (kept.includes(sign) ? sign : ''));
}

const kept = '\t\n\r';
