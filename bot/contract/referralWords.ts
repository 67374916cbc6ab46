/** The words of a referral to the behaviour programme: states (DOMAIN §3.2) and every choice of its forms (§2.7). */

export const referralStates = {
  SUBMITTED: { label: 'Sent', means: 'The referral has arrived; nobody has rung the patient yet.' },
  CONTACTING: { label: 'Being rung', means: 'The coordinator is trying to reach the patient.' },
  ACCEPTED: { label: 'Accepted', means: 'The patient said yes; the sessions are to be booked.' },
  DECLINED: { label: 'Declined', means: 'The patient said no. A new referral can be made later.' },
  UNREACHABLE: { label: 'Not reached', means: 'The patient could not be reached on the numbers given.' },
  S1_BOOKED: { label: 'Session 1 booked', means: 'The first session has a time and a trainer.' },
  S1_DNA: { label: 'Session 1 missed', means: 'The patient did not come; a new time is to be booked.' },
  S1_CANCELLED: { label: 'Session 1 called off', means: 'The first session needs a new time.' },
  S1_DONE: { label: 'Session 1 attended', means: 'The second session is to be booked.' },
  S2_BOOKED: { label: 'Session 2 booked', means: 'The second session has a time and a trainer.' },
  S2_DNA: { label: 'Session 2 missed', means: 'The patient did not come; a new time is to be booked.' },
  S2_CANCELLED: { label: 'Session 2 called off', means: 'The second session needs a new time.' },
  S2_DONE: { label: 'Both sessions attended', means: 'The award is to be recorded.' },
  COMPLETED: { label: 'Completed', means: 'Both sessions attended and the award recorded.' },
  COMPLETED_NO_AWARD: { label: 'Completed, no award', means: 'Both sessions attended, without an award.' },
  CLOSED_DNA: { label: 'Closed: sessions missed', means: 'The patient missed a session twice.' },
  WITHDRAWN: { label: 'Withdrawn', means: 'The patient or the referrer took it back.' },
} as const;

/** Where an open referral waits. A closed one waits nowhere. */
export const referralQueues = {
  CALLS: 'To ring',
  TO_BOOK: 'To book',
  BOOKED: 'Booked',
  OUTCOMES: 'Award to record',
} as const;

export const grounds = {
  G1: 'A warning letter in the last six months',
  G2: 'On the scheme',
  G3: 'Repeated unacceptable behaviour, below the level of the scheme',
} as const;
export const agreementWays = {
  PHONE: 'On the telephone',
  FACE_TO_FACE: 'Face to face',
  LETTER: 'In a letter',
} as const;
export const interpreterNeeds = {
  NO: 'No',
  YES: 'Yes, for another language',
  BSL: 'Yes, British Sign Language',
} as const;
export const accessNeeds = {
  NONE: 'None',
  HEARING: 'Hearing',
  SIGHT: 'Sight',
  LITERACY: 'Reading and writing',
  LEARNING_DISABILITY: 'Learning disability',
  AUTISM: 'Autism',
  DEVICE: 'Device or internet',
  QUIET_PLACE: 'A quiet place',
} as const;
export const digitalWays = {
  COMPUTER: 'On a computer',
  PHONE: 'On a phone',
  NEEDS_HELP: 'With help',
  CANNOT: 'Cannot use Teams',
} as const;
export const halfDays = {
  MON_AM: 'Monday morning',
  MON_PM: 'Monday afternoon',
  TUE_AM: 'Tuesday morning',
  TUE_PM: 'Tuesday afternoon',
  WED_AM: 'Wednesday morning',
  WED_PM: 'Wednesday afternoon',
  THU_AM: 'Thursday morning',
  THU_PM: 'Thursday afternoon',
  FRI_AM: 'Friday morning',
  FRI_PM: 'Friday afternoon',
} as const;
export const trainerPreferences = { FEMALE: 'A woman', MALE: 'A man' } as const;

export const contactOutcomes = {
  NO_ANSWER: 'No answer',
  MESSAGE_LEFT: 'Left a message',
  WRONG_NUMBER: 'Wrong number',
  SPOKE_ACCEPTED: 'Spoke: the patient will take part',
  SPOKE_DECLINED: 'Spoke: the patient does not want to',
  SPOKE_CALL_BACK: 'Spoke: ring again',
} as const;
export const closeWays = {
  UNREACHABLE: 'Could not be reached',
  WITHDRAWN: 'Withdrawn',
} as const;
export const cancelledBy = { PATIENT: 'The patient', PROVIDER: 'We did' } as const;
export const attendanceMarks = {
  ATTENDED: 'Attended',
  PARTIAL: 'Part of it',
  DNA: 'Did not attend',
} as const;
export const awards = { AWARDED: 'Award made', NO_AWARD: 'No award' } as const;
export const noAwardReasons = {
  NOT_PASSED: 'The assessment was not passed',
  DECLINED: 'The patient did not want the certificate',
} as const;
