import { z } from 'zod';
import { accepted, refused } from './checked.ts';
import type { Checked } from './checked.ts';

/** Secure without more ado (W-09). `*.` in front takes in every domain below, and not the name itself. */
export const SECURE_DOMAINS: readonly string[] = ['nhs.net', '*.nhs.uk'];

const address = z.email();

/**
 * A contact's e-mail address, trimmed, with its domain in small letters. Warns (W-09) when the domain is not
 * on the secure list; an area may give its own, such as accredited `nhs.uk` domains only.
 */
export function parseEmail(
  typed: string,
  secureDomains: readonly string[] = SECURE_DOMAINS,
): Checked<string> {
  const trimmed = typed.trim();
  if (!address.safeParse(trimmed).success) {
    return refused('Type one full e-mail address, like name@nhs.net.');
  }
  const at = trimmed.lastIndexOf('@');
  const domain = trimmed.slice(at + 1).toLowerCase();
  const value = `${trimmed.slice(0, at)}@${domain}`;
  if (secureDomains.some((listed) => isCovered(domain, listed.toLowerCase()))) return accepted(value);
  return accepted(value, [
    {
      rule: 'W-09',
      message: `${domain} is not on the list of secure e-mail. Use an nhs.net address if there is one, or say why not.`,
    },
  ]);
}

function isCovered(domain: string, listed: string): boolean {
  return listed.startsWith('*.') ? domain.endsWith(listed.slice(1)) : domain === listed;
}
