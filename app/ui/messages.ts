import type { Attributes } from './attributes';

/** A text in another language, or one text for each plural form of that language. */
export type Message = string | Record<string, string>;

/** Texts that a component's script shows, as the `data-i18n` attributes it reads them from. */
export function messageAttributes(messages: Record<string, Message | undefined> = {}): Attributes {
  const attributes: Attributes = {};
  for (const [key, message] of Object.entries(messages)) {
    if (typeof message === 'string') {
      if (message) attributes[`data-i18n.${key}`] = message;
      continue;
    }
    for (const [plural, text] of Object.entries(message ?? {})) {
      attributes[`data-i18n.${key}.${plural}`] = text;
    }
  }
  return attributes;
}
