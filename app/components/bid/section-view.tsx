import type { ReactNode } from 'react';
import type { BidContent } from '~/domain/bids/content/bid-content';
import { answerId, type Section } from '~/domain/bids/content/bid-sections';
import { countWords, showWords } from '~/domain/words';
import { showDate } from '~/domain/uk-time';
import { Table } from '~/ui/content/table';
import { PriceView } from './price-view';

type Shown = Pick<Section, 'slug' | 'criterion' | 'requirement' | 'words'>;

interface Props {
  content: BidContent;
  section: Shown;
  /** All sections, to name those that are marked confidential. */
  sections?: readonly Pick<Section, 'slug' | 'title'>[];
}

/** One section of a bid as it is read: by its bidders before submitting, by the panel after opening. */
export function SectionView({ content, section, sections = [] }: Props) {
  const { quality, price } = content;
  const answered = answerId(section);
  if (answered) return <Prose text={quality.answers[answered] ?? ''} limit={section.words} />;
  switch (section.slug) {
    case 'summary':
      return <Prose text={quality.summary} limit={section.words} />;
    case 'people':
      return <People people={quality.people} />;
    case 'plan':
      return <Plan milestones={quality.milestones} />;
    case 'references':
      return <Prose text={quality.references} />;
    case 'confidential':
      return <Confidential parts={quality.confidential} sections={sections} />;
    case 'declaration':
      return <OtherBids otherBids={quality.otherBids} />;
    case 'price':
      return <PriceView price={price} />;
    default:
      return null;
  }
}

const Nothing = ({ children = 'Nothing written yet' }: { children?: ReactNode }) => (
  <p className="govuk-body govuk-hint">{children}</p>
);

/** Text as it was typed: its lines kept, nothing in it taken for mark-up. */
function Prose({ text, limit }: { text: string; limit?: number | undefined }) {
  if (text === '') return <Nothing />;
  return (
    <>
      {text.split(/\n{2,}/).map((paragraph, index) => (
        <p className="govuk-body whitespace-pre-line" key={index}>
          {paragraph}
        </p>
      ))}
      {limit === undefined ? null : (
        <p className="govuk-body-s">
          {showWords(countWords(text))} of {limit.toLocaleString('en-GB')}
        </p>
      )}
    </>
  );
}

const People = ({ people }: { people: BidContent['quality']['people'] }) =>
  people.length === 0 ? (
    <Nothing />
  ) : (
    people.map(({ name, role, narrative }, index) => (
      <div key={index}>
        <p className="govuk-heading-s govuk-!-margin-bottom-1">{name || 'No name yet'}</p>
        <p className="govuk-body-s govuk-!-margin-bottom-1">{role}</p>
        <Prose text={narrative} />
      </div>
    ))
  );

const Plan = ({ milestones }: { milestones: BidContent['quality']['milestones'] }) =>
  milestones.length === 0 ? (
    <Nothing />
  ) : (
    <Table
      head={['Milestone', 'Week', 'Share of the price']}
      rows={milestones.map(({ title, weeks, share }) => [
        title,
        weeks === null ? 'Not said' : String(weeks),
        share === null ? 'Not said' : `${share}%`,
      ])}
    />
  );

type Parts = BidContent['quality']['confidential'];
type Named = readonly Pick<Section, 'slug' | 'title'>[];

const Confidential = ({ parts, sections }: { parts: Parts; sections: Named }) =>
  parts.length === 0 ? (
    <Nothing>No part is marked confidential</Nothing>
  ) : (
    <ul className="govuk-list govuk-list--bullet">
      {parts.map(({ section, reason, until }, index) => (
        <li key={index}>
          {sections.find(({ slug }) => slug === section)?.title ?? (section || 'A part not chosen yet')},
          until {until === null ? 'a date not yet given' : showDate(until)}: {reason || 'no reason yet'}
        </li>
      ))}
    </ul>
  );

function OtherBids({ otherBids: { some, details } }: { otherBids: BidContent['quality']['otherBids'] }) {
  if (some === null) return <Nothing />;
  if (!some)
    return <p className="govuk-body">Nobody named in this bid stands in another bid for this question.</p>;
  return <Prose text={details} />;
}
