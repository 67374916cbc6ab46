/** The one door between Teams and the bot: botbuilder's adapter, and the checks it leaves out (DESIGN §7). */
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Activity,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import type { Refusal } from '../contract/refusal.ts';
import type { ChatLog } from './chat.ts';
import { nameOf } from '../desk/errorNames.ts';
import { wentWrong } from './sentences.ts';

export interface AdapterOptions {
  readonly log: ChatLog;
  /** The bot's registration. Empty or left out switches botbuilder's own check off: for demo mode on loopback only. */
  readonly appId?: string;
  readonly appType?: 'SingleTenant' | 'UserAssignedMSI';
  readonly tenantId?: string;
  /** For SingleTenant; a managed identity has none. */
  readonly password?: string;
  /** For tests: further settings of botbuilder (addresses of metadata and keys), and where outbound tokens come from. */
  readonly overrides?: {
    readonly settings?: Readonly<Record<string, string>>;
    readonly credentials?: ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1];
  };
}

export function createAdapter({ log, overrides = {}, ...registration }: AdapterOptions): CloudAdapter {
  const settings = {
    MicrosoftAppId: registration.appId ?? '',
    MicrosoftAppType: registration.appType ?? '',
    MicrosoftAppTenantId: registration.tenantId ?? '',
    MicrosoftAppPassword: registration.password ?? '',
    ...overrides.settings,
  };
  const adapter = new TeamsAdapter(
    new ConfigurationBotFrameworkAuthentication(settings, overrides.credentials),
    log,
  );
  adapter.onTurnError = async (context, error) => {
    const { id, type } = context.activity;
    log.error({ event: 'turn', activity: id, type, error: nameOf(error) }, 'A turn failed.');
    await apologise(context, log);
  };
  return adapter;
}

/** One plain sentence to whoever waits for an answer; a turn that nobody began is nobody's to hear about. */
async function apologise(context: TurnContext, log: ChatLog): Promise<void> {
  try {
    if (context.activity.type === 'message') await context.sendActivity(wentWrong);
    if (context.activity.type === 'invoke') {
      const body = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: wentWrong };
      await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
    }
  } catch (error) {
    log.error(
      { event: 'apology', activity: context.activity.id, error: nameOf(error) },
      'No answer was given.',
    );
  }
}

type Authorisation = Parameters<CloudAdapter['processActivityDirect']>[0];
type Logic = (context: TurnContext) => Promise<void>;

/** botbuilder answers a forged or early token with 500 and the text of its error, and prints the error whole. */
class TeamsAdapter extends CloudAdapter {
  readonly #log: ChatLog;

  constructor(authentication: ConfigurationBotFrameworkAuthentication, log: ChatLog) {
    super(authentication);
    this.#log = log;
  }

  protected override async processActivity(
    authorisation: Authorisation,
    activity: Activity,
    logic: Logic,
  ): Promise<InvokeResponse | undefined> {
    try {
      return typeof authorisation === 'string'
        ? await super.processActivity(authorisation, activity, logic)
        : await super.processActivity(authorisation, activity, logic);
    } catch (error) {
      if (isBadToken(error)) return { status: 401, body: notFromTeams };
      this.#log.error({ event: 'activity', activity: activity.id, error: nameOf(error) }, 'Not processed.');
      return { status: 500, body: tryAgain };
    }
  }
}

export const notFromTeams: Refusal = { code: 'signIn', message: 'This was not sent by Teams.' };
const tryAgain: Refusal = { code: 'busy', message: wentWrong };

/** The errors of jsonwebtoken by name, and botbuilder's own refusals by status. */
function isBadToken(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const status: unknown = 'statusCode' in error ? error.statusCode : undefined;
  return (
    ['JsonWebTokenError', 'NotBeforeError', 'TokenExpiredError'].includes(error.name) ||
    status === 401 ||
    status === 403
  );
}
