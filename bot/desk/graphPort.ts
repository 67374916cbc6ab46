/** What the desk needs of Microsoft Graph: to act for the person who is signed in, and never for more (D18). */

/** Delegated permissions the app may ask for. The tab's registration must hold them. */
export type GraphPermission = 'OnlineMeetings.ReadWrite' | 'OnlineMeetingArtifact.Read.All';

export type GraphTokenAnswer =
  | { readonly token: string; readonly expiresAt: Temporal.Instant }
  /**
   * `consent`: the person, or an administrator for them, has to agree in a window of Microsoft's first.
   * `unavailable`: Graph is not configured, or could not be asked; what was to be done there is left to be done.
   */
  | { readonly why: 'consent' | 'unavailable' };

/**
 * A token for Microsoft Graph in the name of a person. `assertion` is the token they signed in to the tab with, without
 * `Bearer`. Never throws. At least one permission: none at all would make teamsfx hand back the assertion itself.
 */
export type GraphToken = (
  assertion: string,
  permissions: readonly [GraphPermission, ...GraphPermission[]],
) => Promise<GraphTokenAnswer>;

export interface GraphRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below `https://graph.microsoft.com/v1.0`, its parts encoded. */
  readonly path: `/${string}`;
  readonly body?: object;
  readonly permissions: Parameters<GraphToken>[1];
}

export type GraphAnswer =
  | { readonly done: true; readonly body: unknown }
  /** `refused` is Graph's own no, with its status and its code, such as `Forbidden`. */
  | { readonly done: false; readonly why: 'consent' | 'unavailable' }
  | { readonly done: false; readonly why: 'refused'; readonly status: number; readonly code: string };

/** One request to Graph in the name of who holds the assertion. Never throws. */
export type AskGraph = (assertion: string, request: GraphRequest) => Promise<GraphAnswer>;
