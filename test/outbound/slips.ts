/** People and an account that no channel and no notification may tell of, and a message to put things into. */
const narrative =
  'Leaned over the desk and threw a chair. Sister Okonkwo-Bright pressed the alarm, then rang 01902 555 014 for help.';
export const identifiers = [
  'Anna-Lena Schmidt',
  '943 476 5919',
  '1980-02-11',
  'Tom Waits',
  'Mary O’Neill, receptionist; Zoë Brontë',
  'Li Wu',
  'May Will',
  '07700 900123',
  '12 Tettenhall Road, Wolverhampton, WV1 4SB',
  'PC/8841/27',
  'maurice.tindall@nhs.net',
  'the duty doctor',
  narrative,
];
export const card = (text: string, more: object = {}) => ({
  type: 'message',
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text }], ...more },
    },
  ],
});
export const strict = ['channel', 'group', 'notification'] as const;
