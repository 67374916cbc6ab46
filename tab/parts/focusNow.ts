/** As a ref: gives the focus to the first button in what has just appeared, such as in place of a form put away. */
export function focusNow(element: HTMLElement | null): void {
  element?.querySelector('button')?.focus();
}
