/** China's provinces, autonomous regions, municipalities and special administrative regions, in full (省级行政区). */
const provinces = (
  '北京市 天津市 河北省 山西省 内蒙古自治区 辽宁省 吉林省 黑龙江省 上海市 江苏省 浙江省 安徽省 福建省 江西省 山东省 ' +
  '河南省 湖北省 湖南省 广东省 广西壮族自治区 海南省 重庆市 四川省 贵州省 云南省 西藏自治区 陕西省 甘肃省 青海省 ' +
  '宁夏回族自治区 新疆维吾尔自治区 台湾省 香港特别行政区 澳门特别行政区'
).split(' ');

const country = /^(中华人民共和国|中国)?\s*/u;

/**
 * Whether an address begins with the full name of a province and nowhere gives the city's own full name: it lies
 * somewhere else, whatever a street or township in it may be called (河北省… is not 房山区河北镇).
 */
export function namesAnotherProvince(address: string, cityName: string): boolean {
  const text = address.trim().replace(country, '');
  return !text.includes(cityName) && provinces.some((province) => text.startsWith(province));
}
