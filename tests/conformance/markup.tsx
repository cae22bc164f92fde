import type { ReactNode } from 'react';

// A fixture's raw HTML stands in the React tree as this element, since React has no node for markup without a wrapper.
const tag = 'fixture-html';
const placed = new RegExp(`<${tag} data-html="([^"]*)"></${tag}>`, 'g');

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" };

export function markup(html: string): ReactNode {
  const Tag = tag as 'div';
  return <Tag data-html={html} />;
}

/** Puts the fixtures' own HTML back where `markup` kept its place. */
export function withMarkup(rendered: string): string {
  return rendered.replace(placed, (_, html: string) =>
    html.replace(/&(amp|lt|gt|quot|#x27);/g, (whole, name: string) => entities[name] ?? whole),
  );
}
