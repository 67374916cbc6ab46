/** Headers on every answer, whatever the route. */

/** Where Microsoft shows a tab: Teams and Microsoft 365 (Microsoft's "tab requirements"). */
const hosts = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office365.com',
  'https://outlook-sdf.office365.com',
];

/**
 * Scripts come from here only. Styles may be inline: Fluent UI's style engine (Griffel) adds style elements as it
 * runs; an inline style can change looks, not act. teams-js reads Microsoft's list of trusted hosts from its CDN.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self' https://res.cdn.office.net",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  `frame-ancestors 'self' ${hosts.join(' ')}`,
].join('; ');

/** No Access-Control header is ever sent: no other site may call the API from a browser. */
export function securityHeaders(publicUrl: string): Readonly<Record<string, string>> {
  return {
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    // Teams frames the tab, which this leaves alone: it parts the tab from windows of other sites.
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
    // Over plain http (demo mode on loopback) a browser would ignore it.
    ...(new URL(publicUrl).protocol === 'https:'
      ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }
      : {}),
  };
}
