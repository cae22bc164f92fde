import type { ReactNode } from 'react';

export type ChainStep = { label: ReactNode; href?: string; state: 'done' | 'current' | 'ahead' };

const spoken = { done: 'Done: ', current: '', ahead: 'Still to come: ' };

/** The way from a priority to its impact, one step lit. */
export function ChainSteps({
  steps,
  label = 'Where this stands',
}: {
  steps: readonly ChainStep[];
  label?: string;
}) {
  return (
    <nav className="chain-steps" aria-label={label}>
      <ol className="chain-steps__list">
        {steps.map(({ label: text, href, state }, index) => (
          <li
            key={index}
            className={`chain-steps__step chain-steps__step--${state}`}
            aria-current={state === 'current' ? 'step' : undefined}
          >
            {spoken[state] ? <span className="govuk-visually-hidden">{spoken[state]}</span> : null}
            {href ? (
              <a className="chain-steps__link" href={href}>
                {text}
              </a>
            ) : (
              <span className="chain-steps__text">{text}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
