/**
 * Stands in for zod in the browser's bundle. The server checks every input by the contract's schemas, so the tab needs
 * only the labels and types beside them; this keeps 26 kB of zod out of every first visit.
 */
const checks = new Set<string | symbol>(['parse', 'safeParse', 'parseAsync', 'safeParseAsync']);

const nothing: unknown = new Proxy(() => nothing, {
  get(_target, name) {
    if (checks.has(name)) throw new Error('The tab does not check input: the server does.');
    return nothing;
  },
});

export { nothing as z };
