/** A matter of the walk: an item of the catalogue, what its topic is called, and the department that leads it. */
export interface TopicMatter {
  readonly item: string;
  readonly title: string;
  readonly lead: string;
  /** Cases of a month. */
  readonly cases: number;
  /** The first month it is heard of at all. */
  readonly since: string;
}

type Row = readonly [item: string, title: string, lead: string, cases?: number];

/** The four of 2021's 27 topics that the source names, on the items that come nearest to them. */
const named2021: readonly Row[] = [
  ['0204-01', '房产证难办', 'planning', 4],
  ['0801-01', '预付费行业监管', 'commerce', 4],
  ['0203-03', '房屋维修', 'housing', 4],
  ['0203-06', '老旧小区改造', 'housing', 4],
];

/** The three of 2022's 17 that it names. */
const named2022: readonly Row[] = [
  ['0203-05', '老楼加装电梯', 'housing', 4],
  ['0102-01', '下水管道堵塞', 'water', 4],
  ['1403-01', '农村污水处理', 'agriculture', 4],
];

/** The others are called what the catalogue calls them: their topics were not published to us. */
const others: readonly Row[] = [
  ['0201-01', '物业不作为', 'housing', 3],
  ['0601-02', '小区停车难', 'transport', 3],
  ['0202-01', '业委会成立与换届', 'housing', 2],
  ['0203-02', '电梯故障停运', 'market', 2],
  ['0301-01', '垃圾清运不及时', 'urban', 2],
  ['0301-02', '垃圾分类设施', 'urban', 2],
  ['0401-01', '新增违法建设', 'enforcement', 2],
  ['0402-01', '夜间施工噪声', 'environment', 2],
  ['0201-03', '小区门禁与安保', 'housing'],
  ['0202-02', '更换物业公司', 'housing'],
  ['0204-04', '群租房', 'housing'],
  ['0301-03', '装修与大件垃圾', 'urban'],
  ['0302-01', '道路清扫不净', 'urban'],
  ['0303-01', '占道经营', 'enforcement'],
  ['0303-02', '店外经营', 'enforcement'],
  ['0401-02', '群众反映的既有违建', 'planning'],
  ['0402-02', '施工扬尘', 'housing'],
  ['0403-01', '规划配套未落实', 'planning'],
  ['0501-02', '路面坑洼破损', 'transport'],
  ['0502-01', '公交线路与站点', 'transport'],
  ['0503-01', '信号灯故障与配时', 'police'],
  ['0601-01', '违法停车', 'police'],
  ['0602-01', '共享单车乱停', 'transport'],
  ['0602-03', '电动车停放与充电设施', 'urban'],
  ['0701-02', '广场舞与商业音响', 'environment'],
  ['0702-01', '餐饮油烟', 'environment'],
  ['0703-01', '河道污染', 'water'],
  ['0802-02', '餐饮卫生差', 'market'],
  ['0901-01', '拖欠工资', 'labour'],
  ['0901-02', '拖欠农民工工资', 'labour'],
  ['1002-01', '低保与困难救助', 'civil'],
  ['1003-01', '养老机构服务', 'civil'],
  ['1101-01', '挂号难与号贩子', 'health'],
  ['1201-01', '幼升小与学区', 'education'],
  ['1203-01', '培训机构退费', 'education'],
  ['1401-01', '树木修剪', 'forestry'],
  ['1503-01', '健身器材损坏', 'sport'],
];

const from =
  (since: string) =>
  ([item, title, lead, cases = 1]: Row): TopicMatter => ({
    item,
    title,
    lead,
    cases,
    since,
  });

/** The 44 matters people call about: 27 + 17, so that each becomes a topic in one of the two years. */
export const matters: readonly TopicMatter[] = [
  ...named2021.map(from('2020-10')),
  ...others.map(from('2020-10')),
  ...named2022.map(from('2021-12')),
];
