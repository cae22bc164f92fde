import type { ReactNode } from 'react';

/** The paragraph that says what a page is about, larger than the rest. */
export function Lede({ children }: { children: ReactNode }) {
  return <p className="lede">{children}</p>;
}
