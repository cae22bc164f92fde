import { Children, type ReactNode } from 'react';
import { Tag, type TagColour } from '../content/tag';

export type MetaLineProps = {
  /** The state, as a tag: "Open" in green, "Draft" in grey. */
  state?: { text: ReactNode; colour?: TagColour };
  /** Short facts in reading order: route, reference, marking. Empty ones are left out. */
  children?: ReactNode;
};

/** The line over a title: state, then facts set apart by middle dots. */
export function MetaLine({ state, children }: MetaLineProps) {
  const facts = Children.toArray(children).filter((fact) => fact !== '');
  return (
    <p className="meta-line">
      {state ? <Tag colour={state.colour}>{state.text}</Tag> : null}{' '}
      {facts.map((fact, index) => (
        <span className="meta-line__fact" key={index}>
          {fact}
          {index < facts.length - 1 ? ' · ' : null}
        </span>
      ))}
    </p>
  );
}
