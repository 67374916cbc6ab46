/** The panel's channel in the Playground, used through its page. It hears only what mentions the bot. */
import type { Locator, Page } from 'playwright-core';

export interface ChannelPage {
  /** Posts "@Common Ground …" and gives the newest post with the bot's answer. */
  mention(words: string, answer: string | RegExp): Promise<void>;
  /** The card in the channel that holds this text. */
  card(text: string | RegExp): Locator;
  /** What the bot tells the one who has just tapped, below the card. */
  told(text: string | RegExp): Locator;
  /** Shows the channel, or the chat of one's own, which share one page. */
  show(): Promise<void>;
  showOwnChat(): Promise<void>;
}

export function openChannel(page: Page): ChannelPage {
  const place = (name: string) => page.getByText(name, { exact: true }).first().click();
  const newPost = page.getByText('Start a new post');
  const posts = page.locator('[contenteditable=true][role=textbox]');
  return {
    async mention(words, answer) {
      const before = await page.getByText(answer).count();
      await posts.first().click();
      await page.keyboard.type('@');
      await page.getByRole('menuitem', { name: 'Common Ground' }).first().click();
      await page.keyboard.type(` ${words}`);
      await page.keyboard.press('Enter');
      await page.getByText(answer).nth(before).waitFor();
    },
    card: (text) => page.locator('.ac-adaptiveCard').filter({ hasText: text }).last(),
    told: (text) => page.getByText(text).last(),
    async show() {
      await place('Review panel');
      await newPost.first().waitFor();
    },
    async showOwnChat() {
      await place('Personal Chat');
      await newPost.first().waitFor({ state: 'hidden' });
    },
  };
}
