/** Words without their apostrophes that carry no subject in research prose: English function words first. */
const FUNCTION_WORDS = `a about above across after again against all almost alone along already also although always
am among amongst an and another any anyone anything are arent around as at away be became because become becomes
been before being below between both but by came can cannot cant come could couldnt did didnt do does doesnt doing
done dont down during each either else ever every everyone everything few for from further furthermore gave get gets
getting give given gives go goes going gone got had hadnt has hasnt have havent having he hence her here hers herself
him himself his how however i if in indeed instead into is isnt it its itself just keep kept lets like likely made
make makes making many may maybe me might mine more moreover most much must mustnt my myself near nearly neither
never nevertheless no nobody none nor not nothing now of off often on once one only onto or other others otherwise
ought our ours ourselves out over own per perhaps put quite rather really said same say says see seem seemed seems
seen shall she should shouldnt since so some someone something sometimes somewhat still such take taken takes than
that thats the their theirs them themselves then there thereby therefore theres these they theyre thing things this
those though through throughout thus to together too took toward towards under unless until up upon us very via was
wasnt way we well went were werent what whatever when where whereas whereby wherein whether which while who whoever
whole whom whose why will with within without wont would wouldnt yet you your youre yours yourself yourselves`;

/** Words with which a paper speaks about itself, whatever its subject. */
const WORDS_OF_PAPERS = `et al eg ie etc vs ii iii iv use uses used using present presents presented paper papers`;

export const STOP_WORDS: ReadonlySet<string> = new Set(`${FUNCTION_WORDS} ${WORDS_OF_PAPERS}`.split(/\s+/));
