/** Microsoft's Agents Playground in a real browser, used through its page as a person would. */
import type { Locator, Page } from 'playwright-core';

export interface ChatPage {
  readonly page: Page;
  say(words: string): Promise<void>;
  /** The newest card that holds this text. */
  card(text: string | RegExp): Locator;
  /** The newest message of the bot that holds this text. */
  message(text: string | RegExp): Locator;
}

export async function openChat(page: Page, url: string): Promise<ChatPage> {
  await page.goto(url);
  await page.getByText('Connected.').waitFor();
  const editor = page.locator('[contenteditable=true][role=textbox]').first();
  // The page loses the first text that is filled in; what is typed after a click arrives.
  await editor.click();
  return {
    page,
    async say(words) {
      await editor.click();
      await page.keyboard.type(words);
      await page.keyboard.press('Enter');
    },
    card: (text) => page.locator('.ac-adaptiveCard').filter({ hasText: text }).last(),
    message: (text) => page.locator('.fai-OutputCard').filter({ hasText: text }).last(),
  };
}
