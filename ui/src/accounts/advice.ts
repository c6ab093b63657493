/** What a provider's users must do or know before a password works, in words. */
import type { AdviceView } from "../ipc";
import { t, type MessageId } from "../wording";

const ids = {
  appPassword: "advice-app-password",
  appPasswordGoogle: "advice-app-password-google",
  appPasswordYahoo: "advice-app-password-yahoo",
  appPasswordApple: "advice-app-password-apple",
  turnOnImap: "advice-turn-on-imap",
  turnOnImapAndAppPassword: "advice-turn-on-imap-and-app-password",
  mailPassword: "advice-mail-password",
  providerPage: "advice-provider-page",
  bridge: "advice-bridge",
} as const satisfies Record<AdviceView, MessageId>;

/** Whether it is of no use to whoever signs in on the provider's page. */
export function isOnPasswords(advice: AdviceView): boolean {
  return advice.startsWith("appPassword") || advice === "mailPassword";
}

export function advice(of: AdviceView, provider: string): string {
  return t(ids[of], { provider });
}
