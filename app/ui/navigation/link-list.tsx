export interface ListedLink {
  href: string;
  text: string;
}

/** Links one below the other, as beside a page. */
export function LinkList({ links }: { links: readonly ListedLink[] }) {
  return (
    <ul className="govuk-list">
      {links.map(({ href, text }) => (
        <li key={href}>
          <a className="govuk-link" href={href}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  );
}
