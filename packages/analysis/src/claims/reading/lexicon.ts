/**
 * The words of the field, by the tag under which the grammar knows them. Phrases are matched before single words, the
 * longest first. What is not here is a word that the grammar does not know, and it never reads over one in silence.
 */
export const lexicon: Readonly<Record<string, string>> = {
  // What people vote with, and who votes.
  valid: 'valid vote, valid votes, valid ballot, valid ballots, valid votes cast, valid ballots cast',
  ballots:
    'ballots counted, ballots cast, all ballots cast, all votes cast, all ballots, total ballots, total ballots cast, total number of ballots cast, ballots taken, votes taken, valid and invalid votes',
  vote: 'vote, votes, ballot, ballots, votes cast, popular vote, total vote, total votes, all votes, all the votes, total votes cast, vote count, votes counted, overall vote, overall votes, total number of votes, number of votes, votes recorded, final vote, polled votes, recorded votes, total votes polled, votes polled, national vote, nationwide vote, presidential vote',
  invalid:
    'invalid vote, invalid votes, invalid ballot, invalid ballots, spoiled votes, spoilt votes, spoiled ballots, spoilt ballots, void votes, void ballots, null votes, voided votes, annulled votes, annulled ballots, void or blank ballots, blank or void ballots, blank or void votes, spoiled or blank ballots, spoilt or blank ballots, blank or spoiled ballots, blank or spoilt ballots, blank and null votes, null and blank votes, blank and spoiled ballots, spoiled papers, spoilt papers, spoiled ballot papers, spoilt ballot papers, invalid ballot papers, void or invalid ballots, invalid or void ballots, rejected ballots, rejected votes, blank or invalid votes, blank or invalid ballots, invalid or blank votes, invalid or blank ballots, blank and invalid ballots, blank and invalid votes, invalid and blank ballots, null and void ballots, spoiled or invalid ballots, disqualified ballots, voided ballots',
  spoilt:
    'invalid, spoiled, spoilt, void, voided, nullified, invalidated, discounted, declared void, deemed invalid, null and void, blank or void, void or blank, spoiled or blank, blank or spoiled, null, blank or invalid, invalid or blank, declared invalid, thrown out as invalid, ruled invalid',
  blank: 'blank, blank votes, blank ballots, blank vote, white votes',
  eligible:
    'eligible voters, eligible voter, registered voters, registered voter, electorate, eligible, eligible to vote, entitled to vote, registered to vote, were registered, are registered, those enrolled, were enrolled, enrolled, qualified voters, those eligible to vote, those eligible, people eligible to vote, people entitled to vote, enrolled voters, those entitled to vote, registered electors, eligible electorate, eligible electors, voting population, eligible citizens, voters registered',
  voter: 'voter, voters, elector, electors, people who voted',
  people: 'people, citizens, persons, adults, men and women',
  avoided:
    'avoiding a runoff, avoid a runoff, avoided a runoff, avoiding a run off, avoid a run off, avoided a run off, averting a runoff, averted a runoff, without a runoff, no runoff, dodging a runoff, avoiding a second round, avoided a second round, without a second round',
  turnout:
    'turnout, voter turnout, turn out figure, voter participation, participation, participation rate, turnout rate, rate of participation, voter participation rate, election turnout, overall turnout, official turnout, electoral participation, nationwide turnout, final turnout, national turnout, popular participation, public participation, the turnout, turnout figure, participation level, electoral turnout',
  seat: 'seat, seats, parliamentary seats, mandates',
  candidate:
    'candidate, candidates, contender, contenders, presidential candidates, hopefuls, presidential hopefuls, contestants, presidential contenders, aspirants, nominees',
  nominated:
    'nominated candidates, registered candidates, prospective candidates, would be candidates, applicants, people registered, registered hopefuls, candidates registered, who registered, who had registered, people signed up, candidates signed up, declared candidates',
  debate:
    'debate, debates, televised debates, presidential debates, tv debates, televised presidential debates',
  place:
    'polling places, polling stations, polling locations, polling centres, polling centers, voting centres, voting centers, voting stations, polling sites, polling place, polling station, fixed polling locations',
  box: 'ballot box, ballot boxes',
  province: 'province, provinces',
  mean: 'average, averaged, averaging, mean, median, averages',
  real: 'real, true, genuine, actual',
  town: 'city, cities, town, towns, district, districts, county, counties, precincts, municipalities, localities, village, villages',
  // Elections and their parts.
  round1:
    'first round, first-round, initial vote, initial round, round one, first ballot, opening round, first round of voting, first round of the vote, first round of the election, round 1, 1st round, first stage, first round vote, first round election, first round of elections',
  round2:
    'runoff, run off, run-off, runoff election, run-off election, run off vote, runoff vote, second round, second-round, round two, second round of voting, second round of the election, round 2, 2nd round, second ballot, presidential runoff, presidential run off, final round, decider, second round vote, run off round, deciding round',
  rounds: 'rounds, two rounds, both rounds, first and second rounds, first and second round',
  election:
    'election, elections, disputed election, disputed elections, contested election, poll day, race, contest, presidential race, presidential contest, polling, vote day, ballot day, election day, balloting, general election, snap election, snap elections, early election',
  presidential:
    'presidential election, presidential elections, presidential polls, presidential, presidential poll',
  presidency: 'presidency',
  held: 'held, took place, takes place, conducted, staged, scheduled',
  parliamentary:
    'parliamentary election, parliamentary elections, parliament election, parliament elections, legislative election, legislative elections, parliamentary polls, parliamentary vote, parliamentary poll, elections for parliament, elections to parliament, legislative vote',
  house: 'parliament, legislature, parliamentary, legislative, chamber',
  assembly:
    'assembly of experts, local elections, council elections, municipal elections, local election, regional elections',
  polls: 'polls, the polls, polls closed, polls opened, at the polls, to the polls',
  survey:
    'in the polls, in polls, in recent polls, in opinion polls, poll, opinion poll, opinion polls, survey, surveys, opinion survey, exit poll, exit polls, polling data, pollsters, pollster, pre election poll, pre election polls, pre election survey, pre election surveys, pre election polling, tracking poll, respondents, surveyed, those surveyed, interviewees',
  record:
    'official result, official results, official tally, official count, final result, final results, results, result, final tally, final count, tally, count, official figures, figures, official data, election results, preliminary results',
  // What a candidate does with votes.
  get: 'polled, receive, receives, received, receiving, got, get, gets, getting, gotten, took, take, takes, taken, taking, secure, secures, secured, securing, garner, garners, garnered, garnering, collected, collecting, gained, gaining, gathered, gathering, earned, earning, obtained, obtaining, captured, capturing, attracted, attracting, drew, drawing, amassed, notched, notched up, bagged, pulled in, pulled, picked up, netted, polled at, managed, mustered, mustering, scored, scoring, tallied, credited with, was credited with, were credited with, awarded, was awarded, were awarded, was given, were given, given, ended up with, came away with, ended with, ended on, finished with, finished on, logged, clinched, commanded, registered, recorded, attained, accumulated, chalked up, raked in, was left with, is said to have won, reaped, reaping, claimed, claiming, landed, settled for, walked away with, drawn, walked off with, swept, achieved, had been credited with, was declared to have won, is declared to have won, was announced to have won, was officially credited with, officially credited with',
  win: 'win, wins, won, winning, was elected, were elected, elected, re elected, was re elected, reelected, was reelected, prevailed, prevailing, triumphed, victorious, emerged victorious, was declared winner, was declared the winner, declared winner, declared the winner, had won, has won, emerged as winner, emerged as the winner, won outright, was declared president, sailed to victory, cruised to victory, swept to victory, coasted to victory, is president elect, emerged the winner, was named winner, been declared winner, was confirmed as winner, named winner, announced as winner, was announced as winner, is winner, as winner, was re-elected, was named the winner, has been elected, was returned to office, took the presidency, secured the presidency, captured the presidency, won the presidency, clinched the presidency, was proclaimed winner, was proclaimed the winner, proclaimed winner, proclaimed the winner, was proclaimed president',
  victory: 'victory, triumph, landslide, landslide victory, win outright, outright win, outright victory',
  have: 'had, has, have, having, finished at, stood on, sits at, got to',
  with: 'with',
  on: 'on',
  at: 'at',
  weekday:
    'monday, tuesday, wednesday, thursday, friday, saturday, sunday, weekend, morning, evening, night, afternoon, today, yesterday, tomorrow',
  come: 'came, come, comes, finished, finishing, finish, finishes, placed, ranked, ended, coming, was ranked, is ranked, ended up, came in, finished in, placed in, ended in, emerged, trailed in, was left, landed in',
  separate: 'separated, separates, separating, divided',
  trail:
    'trailed, trailing, trails, trail, lagged, lagging, was behind, behind, trailed behind, lagged behind, followed by',
  lead: 'lead, leads, margin, winning margin, victory margin, margin of victory, difference, gap, advantage, edge, majority of votes, plurality, margins, lead of votes, winning difference',
  leading: 'led, leading, ahead, was ahead, was leading, finished ahead, pulled ahead, ahead of',
  beat: 'defeat, defeated, defeats, defeating, beat, beats, beating, beaten, bested, trounced, edged, edged out, edging out, outpolled, outpolling, saw off, overcame, overcoming, routed, thrashed, ousted, outscored, triumphed over, prevailed over, prevailed against, victory over, win over, was victorious over, crushed',
  lose: 'lost, lose, loses, losing, lost to, losing to, was defeated by, defeated by, was beaten by, beaten by, conceded to, conceded defeat to',
  share:
    'share, vote share, share of vote, vote shares, percentage, support, score, vote total, vote tally, tally of votes, vote totals, share of votes, percentage of vote, percentage of votes, proportion',
  backed:
    'backed, voted for, vote for, chose, supported, picked, opted for, voting for, cast ballots for, cast their ballots for, cast their votes for, favoured, favored, went for, plumped for, cast votes for, cast their vote for, voted in favour of, who voted for',
  wentto:
    'went to, going to, in favour of, in favor of, cast for, were cast for, was cast for, gone to, given to, were given to, awarded to, were for, was for, that went to, in support of, which went to',
  // What a figure does.
  be: 'is, was, were, are, be, been, being, stood at, stands at, reached, reach, reaching, hit, hitting, came to, amounted to, totalled, totaled, totalling, totaling, numbered, numbering, put at, was put at, estimated at, came in at, stood, recorded at, was recorded at, measured, announced at, reported at, was reported at, was announced as, announced as, made up, accounted for, represented, comprised, constituted, making up, accounting for, amounts to, amounting to, officially put at, was officially put at, was estimated at, settled at, ran at, registered at, works out at, equals, equal to, equivalent to, represents, corresponding to, which corresponds to, corresponds to, ended at, closed at, showed, logged at, put, putting, set at, placed at, was officially recorded at, was listed as, has been put at, came out at, of only, was only, giving, gave',
  rise: 'rose, risen, rise, rises, rising, increased, increase, increases, increasing, climbed, climbing, jumped, jump, jumping, grew, growth, up, surged, surge, surging, ticked up, edged up, went up, higher, gain, swelled, bounced, rebounded, leap, leapt, recovered, soared',
  fall: 'fell, fallen, fall, falls, falling, dropped, drop, drops, dropping, declined, decline, declines, declining, decreased, decrease, down, plunged, plunge, plummeted, sank, slumped, slump, slid, shrank, dipped, dip, lower, went down, tumbled, crashed, reduction, collapsed',
  cast: 'went to the polls, go to the polls, gone to the polls, headed to the polls, went to polls, cast, cast ballots, cast votes, cast a ballot, cast a vote, cast their ballots, cast their votes, cast their ballot, cast their vote, voted, took part, participated, turned out, came out, came out to vote, turned out to vote, took part in vote, went to vote, showed up, participating, taking part, voting, had voted, have voted, showed up to vote, who cast ballots, who voted, bothered to vote, went out to vote, who took part, who participated, counted, were counted, were cast, was cast, been cast, been counted, had been counted, had been cast, have been counted, tallied up, was counted, were recorded, polled in total, were tallied, used ballots, of voting',
  abstain:
    'abstained, stayed home, stayed at home, did not vote, boycotted, stayed away, sat out, did not take part, did not cast ballots, did not participate, refused to vote, chose not to vote, abstaining, stay away, stayed away from polls, did not cast a ballot, did not turn out, stayed away from ballot box, failed to vote, declined to vote, sat it out, shunned, shunned polls, kept away, did not bother to vote, did not cast their ballots, not voting, who did not vote, stayed away from the polls, stayed away from the ballot box',
  extreme:
    'lowest, highest, record low, record high, smallest, largest, biggest, lowest ever, highest ever, all time low, lowest recorded, historic low, worst, historically low, record',
  abstention: 'abstention, abstention rate, rate of abstention, abstentions',
  respectively: 'respectively',
  together:
    'together, combined, between them, jointly, collectively, in total between them, in aggregate, added together, taken together',
  threshold:
    'threshold, majority, absolute majority, outright majority, simple majority, required threshold, minimum, majority threshold, overall majority, winning threshold, required majority',
  required:
    'needed, required, need, needs, requires, require, must, has to, necessary, have to, requirement, to win outright, to win, for a win, to avoid a runoff, to avoid a run off, to avoid',
  decide:
    'went into, forced, forcing, forces, goes to, headed to, heads to, head to, heading to, going into, triggering, triggered, leading to, advanced to, advance to, advancing to, proceeded to, proceed to, progressed to, qualified for, go to, moved to, goes into, sending, requiring',
  // What becomes of a candidacy, and of an election.
  withdrew:
    'withdrew, withdrawn, withdraw, withdrawing, dropped out, pulled out, quit, stepped aside, bowed out, dropping out, withdrew from, pulling out, stood down, quit race, left race, withdrawal',
  refused: 'refused, refuse, refusing, declined to, refuses',
  approved:
    'approved, qualified, cleared, cleared to run, permitted to run, allowed to run, qualified to run, approved to run, vetted, allowed to stand, permitted to stand, passed vetting, permitted, given approval, green lit',
  rejected:
    'disqualified, rejected, barred, barred from running, excluded, banned, blocked, disqualification, barred from standing, was barred, banned from running, disqualifying, vetoed',
  signed:
    'registered to run, signed up, put their names forward, registered as candidates, applied to run, enrolled as candidates, registered for the race, applied to stand, submitted their names, put forward their names, registered to stand, had registered, filed to run, threw their hats into the ring, put his name forward',
  competed:
    'competed, competing, ran, run, running, standing, contested, on ballot, were on ballot, was on ballot, remained, took part in race, in the running, in the race, competed in, faced off, compete, stand, vied, vying',
  endorsed:
    'endorsed, endorse, endorsing, threw his support behind, backing, extended support, endorsement, threw their weight behind, publicly backed, endorses, lent support',
  boycott: 'boycott, boycotts, boycotting, called for boycott',
  office:
    'assuming, assumed, assumes, took office, sworn in, was sworn in, inaugurated, was inaugurated, inauguration, taking office, took oath of office, takes office',
  favour: 'favour, favor, in his favour',
  certified:
    'confirmed, certified, validated, approves, confirms, certify, certification, ratified, upheld, validates',
  recount:
    'recount, recounted, re run, rerun, fresh election, fresh elections, new election, annul, annulled, annulment, re vote, revote',
  accused:
    'stolen, rigged, rigging, fraud, fraudulent, stealing, stuffed, manipulated, vote rigging, irregularities, steal, falsified',
  discard:
    'throw away, thrown away, discard, discarded, annul all, throw out, thrown out, set aside, cancelled, canceled, excluded all, strike out',
  change:
    'change result, changed result, change outcome, affect outcome, affected outcome, affect result, altered outcome, alter outcome, alter result, reverse result, reversed result, change winner, overturn result, overturned result, change the result, affect the result, affect the outcome, change the outcome, alter the result, alter the outcome, reverse the result, overturn the result',
  // What makes a sentence not a plain statement.
  if: 'if, unless, suppose, supposing, provided, whether, hypothetically, imagine, as if, even if, in case',
  modal:
    'could, would, might, may, should, will, shall, can, must have, would have, could have, might have, may have, going to be, is going to, is likely to, was likely to, are likely to, were likely to, likely to, expected to, is expected to, was expected to, are expected to, hopes to, hoped to, aims to, sought to, seeks to, wants to, wanted to, were set to, was set to, poised to, would be, could be, might be, may be, tried to, promised to',
  predict:
    'predict, predicts, predicted, predicting, forecast, forecasts, projected, projection, projections, expected, expect, expects, anticipated, estimate, hoped, hope, hopes, hoping, prediction, predictions, target, goal, needed to win, projects, estimates, guess, bet, betting, odds',
  not: 'not, no, never, neither, nor, none, nobody, no one, without, hardly, failed to, fail to, fails to, failing to, short of, fell short of, falling short of, fell short, falls short, falling short, far from, no candidate, no contender, could not, cannot, did not, was not, were not, is not, are not, does not, has not, had not, have not, refused to, denied, denies, deny, nowhere near, far short of, untrue, false, falsely, wrong, wrongly, incorrect, incorrectly, mistaken, rather than, instead of, contrary to, myth, disputed, disputes, dispute, refuted, debunked, neither of them, none of them, no evidence, lie, lies, hoax, fake, forged, fabricated, bogus, rumour, rumours, rumor, rumors, joke, jokes, satirical',
  say: 'said, says, say, saying, claim, claims, told, announced, announces, announcing, declared, declares, according to, reported, reports, report, stated, states, insisted, insists, argued, argues, wrote, writes, added, noted, notes, tweeted, alleged, alleges, maintained, maintains, revealed, asserted, asserts, acknowledged, contended, have said, has said, had said, it is claimed, boasted, complained, it was announced',
  partial:
    'by noon, by midnight, by evening, by lunchtime, by morning, by afternoon, noon, at one stage, early counting, unofficial count, unofficial tally, early hours, early on, first hours, opening hours, at first, mock, student elections, online vote, online poll, straw poll, bulletin, bulletins, first bulletin, second bulletin, counted so far, so far, early results, partial results, partial count, preliminary count, initial results, early returns, early count, first results, initial count, initial counting, partial tally, of votes counted, of ballots counted, of the votes counted, of the ballots counted, of polling stations reporting, of precincts reporting, polling stations reporting, with counting under way, provisional results, early tallies, interim results, at one point, midway, initial figures, at that point, were counted so far, partial returns, preliminary results showed, preliminary tally, first tallies, early tally, with votes still being counted, by midday, by dawn, overnight, boxes counted, stations counted, of the tables, of tally sheets, of the tally sheets, of tables, tallies counted',
  // Who is meant by another word.
  he: 'he, she, him',
  his: 'his, her',
  they: 'they, them, both, the two, two men, both men, the pair, the duo, each',
  their: 'their',
  others:
    'others, rest, other candidates, rivals, his rivals, opponents, challengers, all other candidates, remaining candidates, remainder, others, other contenders, another candidate, other two, also rans, other three, third candidate, fourth candidate',
  rival:
    'his rival, his main rival, his opponent, his challenger, his nearest rival, his closest rival, his main challenger, his main competitor, his nearest challenger, his hardline rival, his ultraconservative rival, main rival, closest rival, opponent, rival, challenger, nearest rival, runner up, main competitor, main challenger, nearest challenger, his nearest competitor, main opponent, his main opponent, second placed candidate, closest challenger, competitor, hardline rival, second place candidate, his conservative rival, conservative rival, his hardline opponent',
  winner:
    'winner, victor, president elect, announced winner, declared winner of, eventual winner, new president, newly elected president, election winner, incumbent, front runner, frontrunner',
  // Which other election.
  previous:
    'previous election, last election, previous presidential election, last presidential election, previous vote, previous one, earlier election, previous contest, preceding election, election before, last time, previous round, previous presidential vote, earlier elections, past elections, previous elections, years earlier, years ago, years before, year earlier, last year, a year earlier',
  // People by what they are: how they voted nobody knows.
  demographic:
    'women, men, youth, young people, young voters, young, students, workers, peasants, kurds, kurdish voters, azeris, azerbaijanis, baluchis, sunnis, shiites, christians, muslims, jews, rural voters, urban voters, rural areas, countryside, villagers, city dwellers, urban areas, middle class, working class, poor, rich, poorer voters, wealthy, soldiers, officials, farmers, pensioners, elderly, older voters, first time voters, ethnic minorities, minorities, female voters, male voters, women voters, catholics, protestants, tajiks, pashtuns, hazaras, uzbeks, indigenous voters, indigenous people, highland, lower class, rural, urban, expatriates, arabs, turks, businessmen, clerics, civil servants, intellectuals, under 30s, over 60s, teachers, university students, graduates, the poor, unemployed, working class voters, ethnic azeris, ethnic kurds, low income voters, immigrants, black voters, white voters, hispanic voters, city voters, villages vote, azeri voters, loyalists, bazaaris, housewives',
  supporter:
    'supporter, supporters, backers, voters who, voters of, followers, base, electorate of, fans, camp',
  // About something else.
  killed:
    'killed, dead, died, deaths, death, injured, wounded, casualties, arrested, arrests, detained, detainees, fatalities, executed, executions, prisoners, martyrs, victims, protesters, protestors, demonstrators, refugees, hostages, jailed, people killed, murdered, lives, massacred, demonstrations, protests, shot down',
  arms: 'missile, missiles, drone, drones, rockets, warheads, troops, soldiers killed, tanks, centrifuges, bombs, fighters, militants, strikes, air strikes, aircraft, ships, planes, warplanes',
  economy:
    'inflation, unemployment, gdp, economy, growth rate, enrichment, enriched, uranium, oil, exports, imports, prices, price, currency, budget, revenue, wages, salaries, interest, tax, taxes, tariff, tariffs, poverty, stock, stocks, economic, sanctions, barrels, purity, subsidies, subsidy, interest rate, poverty line, gas, crude, trade, investment, debt, deficit, devaluation, rial, income, market, bank, approval rating, approval',
  population:
    'population, of population, inhabitants, residents, of the population, total population, country s population',
  // Words that may stand between without changing what is said.
  adv: 'all, distant, supposedly, allegedly, apparently, purportedly, ostensibly, unofficially, party, also, then, only, just, still, officially, already, again, finally, even, now, however, meanwhile, reportedly, eventually, indeed, thus, therefore, ultimately, comfortably, narrowly, easily, actually, nevertheless, respectable, as well, overwhelmingly, convincingly, clearly, formally, subsequently, so, too, clear, decisive, comfortable, narrow, wide, slim, substantial, huge, large, small, mere, commanding, resounding, total, overall, official, national, nationwide, final, combined total, whopping, staggering, measly, paltry, meagre, impressive, modest, outright, of course, surprising, solid, better, crushing, in all, altogether, all told, in total, in fact, all in all, initially, roughly speaking, hard earned, handily, decisively, strong, relatively, very, estimated, whole, own, nearest, away, far, full, slightly, sharply, significantly, dramatically, slender, healthy, razor thin, wafer thin, tight, general, close, democratic, duly, barely, current, recent, same, entire, almost all, cast in total, direct, strikingly, by far, well, apparent, second consecutive, emphatic',
  further: 'more, further, additional, extra, other',
  and: 'and, &, plus, as well as, together with, along with',
  but: 'but, although, though, yet, whereas, while, whilst, despite, even though',
  when: 'when, as, because, amid, even as, where',
  who: 'who, which, whose',
  after: 'after, following',
  before: 'before, until',
  since: 'since',
  or: 'or',
  of: 'of, out of, from among',
  in: 'in, during, inside, within, across, throughout, into',
  among: 'among, amongst',
  to: 'to, versus, vs, v, against, compared with, compared to, as against, opposed to, over',
  by: 'by',
  from: 'from',
  than: 'than',
  for: 'for',
  was: 'did, does, do',
  per: 'per',
  abroad: 'abroad, overseas, expatriate, diaspora, outside country, foreign',
}

/** Words left out before the grammar looks: they carry nothing that it reads. */
export const silent: ReadonlySet<string> = new Set(
  "the a an this that these those its it there here some's mr mrs ms dr sir ayatollah hojjatoleslam president presidentelect general sayyid seyyed seyed sayed cleric mullah candidate's such".split(
    ' ',
  ),
)
