/** The trades with an outpost in each subdistrict (派出机构, 站所), by department. */
export const branchOffices = [
  { line: 'police', zh: '派出所' },
  { line: 'market', zh: '市场监管所' },
  { line: 'justice', zh: '司法所' },
] as const;
