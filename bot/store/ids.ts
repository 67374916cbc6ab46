/** Cosmos's limit in bytes. */
const longestId = 1023;

/**
 * Whether a document can have this id. Any Unicode text does but these: `/ \ ? #` break the URL, `.` and `..` are steps
 * in a path, blank ones are refused by the SDK, and a lone surrogate is no text.
 */
export const canBeId = (id: unknown): id is string =>
  typeof id === 'string' &&
  id.trim() !== '' &&
  !/[/\\?#]/.test(id) &&
  id !== '.' &&
  id !== '..' &&
  id.isWellFormed() &&
  Buffer.byteLength(id) <= longestId;
