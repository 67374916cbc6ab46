/** Sign-in of demo mode (D14): choose a person, get a token. Production never makes one. */
import { EncryptJWT, errors, jwtDecrypt } from 'jose';
import type { Clock } from '../desk/ports.ts';
import { bearerToken, jsDate, type SignIn } from './signIn.ts';

export interface DemoSignIn {
  readonly signIn: SignIn;
  /** A token for this person, good for 12 hours. */
  readonly tokenFor: (person: string) => Promise<string>;
}

export interface DemoSignInOptions {
  /** 32 bytes. With the same key a token outlives a restart. */
  readonly key: Uint8Array;
  /** The machine's clock, never the demo clock: a demo clock set six months on must not sign anyone out. */
  readonly machine: Clock;
}

const issuer = 'common-ground-demo';
const hours = 12;

/** The token is encrypted, not only signed, so that what a browser keeps holds nobody's id. */
export function demoSignIn({ key, machine }: DemoSignInOptions): DemoSignIn {
  return {
    tokenFor: (person) => {
      const now = machine.now();
      return new EncryptJWT({ sub: person })
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .setIssuer(issuer)
        .setIssuedAt(jsDate(now))
        .setExpirationTime(jsDate(now.add({ hours })))
        .encrypt(key);
    },
    signIn: async (authorization) => {
      const token = bearerToken(authorization);
      if (!token) return undefined;
      try {
        const { payload } = await jwtDecrypt(token, key, {
          issuer,
          keyManagementAlgorithms: ['dir'],
          contentEncryptionAlgorithms: ['A256GCM'],
          requiredClaims: ['sub', 'exp'],
          currentDate: jsDate(machine.now()),
        });
        return payload.sub ? { person: payload.sub } : undefined;
      } catch (error) {
        if (error instanceof errors.JOSEError) return undefined;
        throw error;
      }
    },
  };
}
