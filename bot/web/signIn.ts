/** Who is calling, by the Authorization header alone (D13). */

export interface SignedIn {
  /** Their id in the directory. */
  readonly person: string;
}

/**
 * Undefined for a token that is missing, expired, forged or for somebody else's app. Throws only when it cannot tell,
 * because the keys to check with are out of reach.
 */
export type SignIn = (authorization: string | undefined) => Promise<SignedIn | undefined>;

/** The token of a Bearer header, made of the characters of a compact JWT or JWE and nothing else. */
export function bearerToken(authorization: string | undefined): string | undefined {
  return /^Bearer ([\w-]+(?:\.[\w-]*){2,4})$/i.exec(authorization ?? '')?.[1];
}

/** jose takes a JavaScript date; this is the clock's own instant, not another look at the machine. */
export function jsDate(instant: Temporal.Instant): Date {
  return new Date(instant.epochMilliseconds);
}
