import { SectionView } from '~/components/bid/section-view';
import { emptyContent, type BidQuality } from '~/domain/bids/content/bid-content';
import { sectionsOf, type OutlineRequirement } from '~/domain/bids/content/bid-sections';

interface Props {
  quality: BidQuality;
  criteria: { id: string; position: number; name: string; guidance: string; weight: number }[];
  /** Essential ones, with their evidence; none where not given. */
  requirements?: OutlineRequirement[];
  /** Whether the answers to criteria are read here; else they stand beside their scores. */
  answers: boolean;
}

const AROUND = [
  { slug: 'people', title: 'People' },
  { slug: 'plan', title: 'Milestones' },
  { slug: 'references', title: 'References' },
  { slug: 'confidential', title: 'Confidential parts' },
  { slug: 'declaration', title: 'Other bids by the same people' },
];

/** The quality part of an opened bid. The price is no part of it. */
export function BidReading({ quality, criteria, requirements = [], answers }: Props) {
  const content = { ...emptyContent(), quality };
  const titles = sectionsOf({ wordLimit: 0, criteria, requirements });
  return (
    <>
      <h2 className="govuk-heading-m">What the bid says</h2>
      <h3 className="govuk-heading-s">Summary</h3>
      <SectionView content={content} section={{ slug: 'summary' }} />
      {requirements.map((requirement) => (
        <section key={requirement.id}>
          <h3 className="govuk-heading-s">Evidence: {requirement.text}</h3>
          <SectionView content={content} section={{ slug: '', requirement }} />
        </section>
      ))}
      {answers &&
        criteria.map((criterion) => (
          <section key={criterion.id}>
            <h3 className="govuk-heading-s">
              {criterion.position}. {criterion.name}
            </h3>
            <SectionView content={content} section={{ slug: '', criterion }} />
          </section>
        ))}
      {AROUND.map(({ slug, title }) => (
        <section key={slug}>
          <h3 className="govuk-heading-s">{title}</h3>
          <SectionView content={content} section={{ slug }} sections={titles} />
        </section>
      ))}
    </>
  );
}
