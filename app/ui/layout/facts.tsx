import type { ReactNode } from 'react';

/** Short facts for a side panel: a bold name over its value. */
export function Facts({
  items,
}: {
  items: readonly ({ name: ReactNode; value: ReactNode } | false | null)[];
}) {
  return (
    <dl className="facts">
      {items.map((item, index) =>
        item ? (
          <div className="facts__fact" key={index}>
            <dt>{item.name}</dt>
            <dd>{item.value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
