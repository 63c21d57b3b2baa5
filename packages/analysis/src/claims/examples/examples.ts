import type { Verdict } from '../verdicts/verdict.ts'

/** What is expected of the words that hold `quote`: a verdict, or `none` where it must not be judged at all. */
export interface Expected {
  readonly quote: string
  readonly verdict: Verdict | 'none'
  /** Part of the subject, where there is a verdict. */
  readonly subject?: string
  /** The denominator under which it holds, where that matters. */
  readonly holds?: string
}

export interface Example {
  readonly style: string
  readonly date?: string
  readonly text: string
  readonly expected: readonly Expected[]
}

export const says = (
  quote: string,
  verdict: Expected['verdict'],
  subject?: string,
  holds?: string,
): Expected => ({
  quote,
  verdict,
  ...(subject !== undefined && { subject }),
  ...(holds !== undefined && { holds }),
})

/** Sentences made for the purpose, in several styles, each judged by hand from the published figures. */
export const examples: readonly Example[] = [
  {
    style: 'wire',
    date: '2024-07-06',
    text: 'Iran’s reformist candidate Masoud Pezeshkian received more than 16 million votes, around 54 percent, and Jalili more than 13 million, roughly 44 percent, out of about 30 million votes cast, a spokesman said. Voter turnout was 49.8 percent, he said, up from a record low of about 40 percent in the first round.',
    expected: [
      says('16 million', 'supported', 'votes of Masoud Pezeshkian'),
      says('around 54 percent', 'supported', 'share of Masoud Pezeshkian'),
      says('13 million', 'supported', 'votes of Saeed Jalili'),
      says('roughly 44 percent', 'supported', 'share of Saeed Jalili'),
      says('about 30 million', 'supported', 'taken'),
      says('49.8 percent', 'supportedUnder', 'turnout'),
      says('about 40 percent', 'supported', 'turnout'),
    ],
  },
  {
    style: 'wire',
    date: '2024-06-29',
    text: 'In the first round, Pezeshkian came first with 10.4 million votes, followed by Jalili with 9.4 million and Ghalibaf with 3.3 million. Ghalibaf finished third with 13.8 percent. No candidate secured more than 50 percent of the vote.',
    expected: [
      says('10.4 million', 'supported', 'votes of Masoud Pezeshkian'),
      says('9.4 million', 'rounding', 'votes of Saeed Jalili'),
      says('3.3 million', 'rounding', 'votes of Mohammad Bagher Ghalibaf'),
      says('third', 'supported', 'rank'),
      says('13.8 percent', 'supportedUnder', 'share', 'taken'),
      says('more than 50 percent', 'supported', 'majority'),
    ],
  },
  {
    style: 'wire',
    date: '2024-07-06',
    text: 'Dr Pezeshkian secured 53.3% of the more than 30 million votes counted. Mr Jalili polled at 44.3%.',
    expected: [
      says('53.3%', 'contradicted', 'share of Masoud Pezeshkian'),
      says('more than 30 million', 'supported', 'taken'),
      says('44.3%', 'supportedUnder', 'share of Saeed Jalili', 'taken'),
    ],
  },
  {
    style: 'wire',
    date: '2024-07-08',
    text: 'Pezeshkian beat Jalili by nearly three million votes. Jalili lost by 2.8 million votes. Jalili won 60 percent of the vote in the runoff.',
    expected: [
      says('nearly three million', 'supported', 'lead'),
      says('2.8 million', 'supported', 'lead'),
      says('60 percent', 'contradicted', 'share of Saeed Jalili'),
    ],
  },
  {
    style: 'wire',
    date: '2024-07-01',
    text: 'Turnout in Iran fell from 48.5 percent in 2021 to 39.9 percent in June 2024.',
    expected: [
      says('48.5 percent', 'supportedUnder', 'turnout'),
      says('39.9 percent', 'supported', 'turnout'),
    ],
  },
  {
    style: 'wire',
    date: '2024-07-06',
    text: 'Pezeshkian won 42.5% in the first round and 53.7% in the runoff. Jalili’s share rose from 38.6 percent in the first round to 44.3 percent in the second round.',
    expected: [
      says('42.5%', 'supportedUnder', 'share of Masoud Pezeshkian', 'taken'),
      says('53.7%', 'supportedUnder', 'share of Masoud Pezeshkian', 'taken'),
      says('38.6 percent', 'supportedUnder', 'share of Saeed Jalili', 'taken'),
      says('44.3 percent', 'supportedUnder', 'share of Saeed Jalili', 'taken'),
    ],
  },
  {
    style: 'wire',
    date: '2024-07-07',
    text: 'Pezeshkian was elected with 53.67 percent of all ballots. Jalili took 40.35 percent of valid votes in the first round, not of all ballots.',
    expected: [
      says('53.67 percent', 'supported', 'share', 'taken'),
      says('40.35 percent', 'supported', 'share', 'valid'),
    ],
  },
  {
    style: 'court',
    date: '2024-07-20',
    text: 'Iran’s authority declared that 61,452,321 persons were entitled to vote. It found that 24,535,185 ballots were cast in the first round, of which 1,056,159 ballots were declared invalid. The second respondent received 9,473,298 votes.',
    expected: [
      says('61,452,321', 'supported', 'eligible'),
      says('24,535,185', 'supported', 'taken'),
      says('1,056,159', 'supported', 'invalid'),
      says('9,473,298', 'none'),
    ],
  },
  {
    style: 'court',
    date: '2024-07-20',
    text: 'Jalili received 38.61 percent of the valid votes in the first round.',
    expected: [says('38.61 percent', 'contradicted', 'share of Saeed Jalili')],
  },
  {
    style: 'op-ed',
    date: '2024-07-15',
    text: 'More than 60 percent of eligible voters stayed home in the first round. Just under half of the 61 million eligible voters took part in the runoff. About 27 percent of eligible voters backed Pezeshkian in July.',
    expected: [
      says('60 percent', 'supported', 'abstention'),
      says('Just under half', 'supported', 'turnout'),
      says('61 million', 'supported', 'eligible'),
      says('About 27 percent', 'supported', 'share of Masoud Pezeshkian', 'eligible'),
    ],
  },
  {
    style: 'op-ed',
    date: '2024-07-15',
    text: 'If turnout had reached 60 percent, Jalili could have won 50 percent of the vote. Jalili would win 55 percent, some predicted. Pezeshkian did not win 60 percent of the vote. Did Jalili win 50 percent?',
    expected: [
      says('60 percent, Jalili', 'none'),
      says('won 50 percent', 'none'),
      says('55 percent', 'none'),
      says('not win 60 percent', 'none'),
      says('Did Jalili win 50 percent', 'none'),
    ],
  },
  {
    style: 'op-ed',
    date: '2024-07-15',
    text: 'It is false that Jalili won 53 percent. Nobody believes that Ghalibaf got 40 percent of the vote. Ten percent of the 40 percent who voted chose Ghalibaf.',
    expected: [
      says('53 percent', 'none'),
      says('40 percent of the vote', 'none'),
      says('Ten percent', 'none'),
      says('40 percent who', 'none'),
    ],
  },
  {
    style: 'op-ed',
    date: '2024-07-15',
    text: 'Among women, Pezeshkian won 60 percent of the vote. Sixty percent of young voters backed Jalili. Jalili took 70 percent in rural areas.',
    expected: [
      says('60 percent of the vote', 'cannotBeChecked'),
      says('Sixty percent', 'none'),
      says('70 percent', 'cannotBeChecked'),
    ],
  },
  {
    style: 'op-ed',
    date: '2024-07-15',
    text: 'The government spent 40 percent of its budget on missiles. Inflation reached 40 percent. The army has 3,000 missiles. Some 500 people were killed in the protests. It enriched uranium to 60 percent. Pezeshkian, 69, promised $3 billion.',
    expected: [
      says('40 percent of its budget', 'none'),
      says('reached 40 percent', 'none'),
      says('3,000', 'none'),
      says('500', 'none'),
      says('60 percent', 'none'),
      says('69', 'none'),
      says('$3 billion', 'none'),
    ],
  },
  {
    style: 'op-ed',
    date: '2024-07-15',
    text: 'With 80 percent of ballots counted, Pezeshkian had 53 percent. In Isfahan, Jalili won 61 percent. In Springfield, Pezeshkian won 53.7 percent.',
    expected: [
      says('had 53 percent', 'cannotBeChecked'),
      says('Springfield, Pezeshkian won 53.7 percent', 'none'),
    ],
  },
  {
    style: 'blog',
    date: '2024-07-11',
    text: 'Pezeshkian got twice as many votes as Ghalibaf in round one? No: three times as many votes as Ghalibaf. Two-thirds of voters backed Ahmadinejad in 2009. One in three voters chose Mousavi.',
    expected: [
      says('Two-thirds', 'contradicted', 'share of Mahmoud Ahmadinejad'),
      says('One in three', 'supported', 'share of Mir-Hossein Mousavi'),
    ],
  },
  {
    style: 'blog',
    date: '2024-07-11',
    text: 'In the first round Pezeshkian received about three times as many votes as Ghalibaf. Pezeshkian received more votes than Jalili.',
    expected: [says('three times', 'supported', 'times')],
  },
  {
    style: 'history',
    date: '2024-07-11',
    text: 'Rouhani won outright in 2013 with just over half of the vote. He took 18.6 million of 36.7 million votes cast. Six candidates ran in 2013. Rouhani was re-elected with 57 percent in 2017, defeating Raisi, who got 38 percent.',
    expected: [
      says('just over half', 'supported', 'share of Hassan Rouhani'),
      says('18.6 million', 'supported', 'votes of Hassan Rouhani'),
      says('36.7 million', 'supported', 'taken'),
      says('Six', 'supported', 'candidates on the ballot'),
      says('57 percent', 'supportedUnder', 'share of Hassan Rouhani', 'taken'),
      says('38 percent', 'supportedUnder', 'share of Ebrahim Raisi', 'taken'),
    ],
  },
  {
    style: 'history',
    date: '2024-07-11',
    text: 'In 2021, Raisi won 72 percent of valid votes on a turnout of just under 49 percent. In 2005, Ahmadinejad won 61.7 percent in the second round against Rafsanjani.',
    expected: [
      says('72 percent', 'supported', 'share of Ebrahim Raisi', 'valid'),
      says('just under 49 percent', 'supported', 'turnout'),
      says('61.7 percent', 'supportedUnder', 'share of Mahmoud Ahmadinejad', 'taken'),
    ],
  },
  {
    style: 'two elections in one sentence',
    date: '2024-07-11',
    text: 'Pezeshkian’s 53.7 percent compares with Raisi’s 62 percent in 2021. Rouhani, who won 50.7 percent in 2013, was re-elected in 2017 with 57.1 percent. Raisi got 38.3 percent in 2017 but 62 percent in 2021.',
    expected: [
      says('53.7 percent', 'supportedUnder', 'share of Masoud Pezeshkian', 'taken'),
      says('62 percent in 2021. Rouhani', 'supportedUnder', 'share of Ebrahim Raisi'),
      says('50.7 percent', 'supportedUnder', 'share of Hassan Rouhani', 'taken'),
      says('57.1 percent', 'supportedUnder', 'share of Hassan Rouhani', 'taken'),
      says('38.3 percent', 'supportedUnder', 'share of Ebrahim Raisi', 'taken'),
    ],
  },
  {
    style: '2009, wire',
    date: '2009-06-13',
    text: 'Ahmadinejad won by a margin of 63 percent to 34 percent for Mousavi. His 24.5 million votes were 11.3 million more than Mousavi’s. Ahmadinejad’s vote was 24.5 million; Mousavi got 13.2 million, Rezaee 678,240 and Karroubi 333,635.',
    expected: [
      says('63 percent', 'supported', 'share of Mahmoud Ahmadinejad'),
      says('34 percent', 'supported', 'share of Mir-Hossein Mousavi'),
      says('13.2 million', 'supported', 'votes of Mir-Hossein Mousavi'),
      says('678,240', 'supported', 'votes of Mohsen Rezaee'),
      says('333,635', 'supported', 'votes of Mehdi Karroubi'),
    ],
  },
  {
    style: '2009, op-ed',
    date: '2009-07-01',
    text: 'Almost 40 million Iranians voted, or 85 percent of the electorate. Mousavi won 54 percent of the vote. Only four candidates were approved by the Guardian Council.',
    expected: [
      says('Almost 40 million', 'supported', 'taken'),
      says('85 percent', 'supported', 'turnout'),
      says('54 percent', 'contradicted', 'share of Mir-Hossein Mousavi'),
      says('four', 'supported', 'approved'),
    ],
  },
  {
    style: '2009, versions',
    date: '2009-07-10',
    text: 'Ahmadinejad received 24,592,793 votes. Mousavi’s total was 13,338,121 votes. Karroubi won 0.85 percent and Rezaee 1.73 percent of the vote.',
    expected: [
      says('24,592,793', 'supportedUnder', 'votes of Mahmoud Ahmadinejad'),
      says('13,338,121', 'supportedUnder', 'votes of Mir-Hossein Mousavi'),
      says('0.85 percent', 'supportedUnder', 'share of Mehdi Karroubi', 'taken'),
      says('1.73 percent', 'supportedUnder', 'share of Mohsen Rezaee', 'taken'),
    ],
  },
  {
    style: 'parliament',
    date: '2024-07-11',
    text: 'In Iran, turnout in March’s parliamentary elections was 41 percent. The turnout in the parliamentary election of March 2024 was 60 percent. The parliament has 290 seats.',
    expected: [
      says('41 percent', 'supported', 'turnout'),
      says('60 percent', 'contradicted', 'turnout'),
      says('290', 'supported', 'seats'),
    ],
  },
  {
    style: 'dates and counts',
    date: '2024-07-11',
    text: 'The runoff was held on July 5. The first round was held on 30 June 2024. Six candidates were approved by the Guardian Council and 80 people registered. Zakani withdrew from the race.',
    expected: [
      says('July 5', 'supported', 'date'),
      says('30 June', 'contradicted', 'date'),
      says('Six', 'supported', 'approved'),
      says('80', 'supported', 'registered'),
      says('Zakani', 'supported', 'withdrew'),
    ],
  },
  {
    style: 'polls',
    date: '2024-07-11',
    text: 'A poll by ISPA gave Pezeshkian 49.5 percent and Jalili 43.9 percent. An exit poll put Ghalibaf at 60 percent.',
    expected: [says('49.5 percent', 'supported', 'poll'), says('60 percent', 'cannotBeChecked', 'poll')],
  },
  {
    style: 'an election without facts',
    date: '2024-12-01',
    text: 'Trump won 49.8 percent of the vote against 48.3 percent for Harris. Labour took 33.7 percent. In 2015, turnout in Iran was 62 percent. Turnout in the local elections was 30 percent.',
    expected: [
      says('49.8 percent', 'none'),
      says('48.3 percent', 'none'),
      says('33.7 percent', 'none'),
      says('62 percent', 'none'),
      says('30 percent', 'none'),
    ],
  },
  {
    style: 'another country, in the same days',
    date: '2024-07-05',
    text: 'Turnout was 60 percent, the lowest since 2001. More than 28 million ballots were cast. In 2024 turnout was 39.9 percent.',
    expected: [says('60 percent', 'none'), says('28 million', 'none'), says('39.9 percent', 'none')],
  },
  {
    style: 'someone else’s',
    date: '2024-07-11',
    text: 'Pezeshkian’s supporters made up 60 percent of the crowd. Jalili’s brother won 12 percent in Mashhad. Pezeshkian visited 20 percent of the provinces. Jalili spent 53.7 percent of his time on foreign policy.',
    expected: [
      says('60 percent', 'none'),
      says('12 percent', 'none'),
      says('20 percent', 'none'),
      says('53.7 percent', 'none'),
    ],
  },
]
