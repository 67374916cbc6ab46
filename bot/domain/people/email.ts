import { z } from 'zod';
import { accepted, refused } from './checked.ts';
import type { Checked } from './checked.ts';

/** Secure without more ado (W-09). `*.` in front takes in every domain below, and not the name itself. */
export const SECURE_DOMAINS: readonly string[] = ['nhs.net', '*.nhs.uk'];

const address = z.email();

/**
 * How somebody is reached, nothing more: a contact's e-mail address, trimmed, with its domain in small letters. Warns (W-09) when the domain is not
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

/**
 * An address that patient data would go to, such as an organisation's own: as `parseEmail`, but one that is not on the
 * secure list is refused (HS-13, DOMAIN §1.3 rule 3). No reason makes it good.
 */
export function parseSecureEmail(
  typed: string,
  secureDomains: readonly string[] = SECURE_DOMAINS,
): Checked<string> {
  const checked = parseEmail(typed, secureDomains);
  if (!checked.ok || !checked.warnings) return checked;
  return refused(
    'This is not secure e-mail, so nothing about a patient may go there. Type an nhs.net address, or leave it empty.',
  );
}

function isCovered(domain: string, listed: string): boolean {
  return listed.startsWith('*.') ? domain.endsWith(listed.slice(1)) : domain === listed;
}
