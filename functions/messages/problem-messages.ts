import type { NamedDuty } from '../core/rules/duty-table.ts';
import type { Text } from './text.ts';

const message = (title: Text, detail: Text) => ({ title, detail });

/** Title and detail of each problem. Words in braces are facts of the refusal, never what the client sent. */
export const problemMessages = {
  BAD_JSON: message(
    { zh: '请求体不是有效的 JSON', en: 'The body is not valid JSON' },
    { zh: '请求体须为 UTF-8 编码的有效 JSON。', en: 'The body has to be valid JSON in UTF-8.' },
  ),
  BAD_PARAMETER: message(
    { zh: '参数有误', en: 'A parameter is not valid' },
    { zh: '参数有误，见 errors。', en: 'A path, query or header parameter is not valid; see errors.' },
  ),
  BAD_CURSOR: message(
    { zh: '翻页标记无效', en: 'The cursor is not valid' },
    {
      zh: '请原样使用上一页返回的 cursor，条件不可更改。',
      en: 'Use the cursor of the page before as it came, with the same conditions.',
    },
  ),
  NOT_AUTHENTICATED: message(
    { zh: '未登录', en: 'Not signed in' },
    { zh: '请求须带有效的令牌。', en: 'The request needs a valid bearer token.' },
  ),
  MISSING_SCOPE: message(
    { zh: '令牌权限不足', en: 'The token lacks a scope' },
    { zh: '须有下列权限之一：{scopes}。', en: 'Needs one of the scopes: {scopes}.' },
  ),
  FORBIDDEN: message(
    { zh: '无权操作', en: 'Not yours to see or do' },
    {
      zh: '本单位与此事没有允许此操作的关系（主责、协办、被吹哨、督办或上级）。',
      en: 'Your unit does not stand to this in a way that allows it: as lead, helper, summoned, supervisor or above.',
    },
  ),
  NOT_IN_REMIT: message(
    { zh: '超出职权', en: 'Not in your remit' },
    { zh: '规则 {rule} 不允许。', en: 'The rule {rule} does not allow it.' },
  ),
  NOT_FOUND: message(
    { zh: '未找到', en: 'Not found' },
    {
      zh: '没有这一条，或与本单位无关。',
      en: 'There is no such thing, or none that your unit has to do with.',
    },
  ),
  NO_SUCH_ROUTE: message(
    { zh: '没有这个接口', en: 'No such route' },
    { zh: '接口列表见 /openapi.json。', en: 'The routes are listed in /openapi.json.' },
  ),
  METHOD_NOT_ALLOWED: message(
    { zh: '不支持该方法', en: 'Method not allowed' },
    { zh: '该路径支持：{allowed}。', en: 'This path takes {allowed}.' },
  ),
  CONFLICT: message(
    { zh: '同一编号，内容不同', en: 'Same key, other content' },
    {
      zh: '该编号已用于另一内容；补充信息请用补充接口。',
      en: 'The key was used for other content; to add to a ticket, supplement it.',
    },
  ),
  NOT_ACCEPTED: message(
    { zh: '当前状态不接受该操作', en: 'Not accepted in this status' },
    {
      zh: '工单状态为 {status}，现可接受：{accepted}。',
      en: 'The ticket is {status} and accepts: {accepted}.',
    },
  ),
  LIMIT_REACHED: message(
    { zh: '已达上限', en: 'Limit reached' },
    { zh: '规则 {rule} 的上限为 {limit}。', en: 'The rule {rule} allows {limit}.' },
  ),
  SUMMONS_OPEN: message(
    { zh: '吹哨未结束', en: 'A summons is open' },
    { zh: '还有 {open} 个被吹哨单位未离场。', en: '{open} summoned units have not been released.' },
  ),
  NO_SUCH_SUMMONS: message(
    { zh: '没有这一吹哨', en: 'No such summons' },
    {
      zh: '该单位在本工单没有这样的吹哨，或已结束。',
      en: 'The unit has no such summons on this ticket, or it has ended.',
    },
  ),
  NO_SUCH_HELPER: message(
    { zh: '不是协办单位', en: 'No such helper' },
    { zh: '该单位不是此工单的协办单位。', en: 'The unit does not help on this ticket.' },
  ),
  OUT_OF_TURN: message(
    { zh: '时机不对', en: 'Not now' },
    { zh: '现在不能办：{reason}。', en: 'It cannot be done now: {reason}.' },
  ),
  ALREADY_DONE: message(
    { zh: '已经办过', en: 'Already done' },
    { zh: '此前已办：{what}。', en: 'It was done before: {what}.' },
  ),
  CAPACITY: message(
    { zh: '工单已满', en: 'The ticket is full' },
    { zh: '{what} 最多 {max} 条。', en: 'A ticket holds at most {max} of {what}.' },
  ),
  NO_RULES: message(
    { zh: '没有当期规则', en: 'No rules of that period' },
    { zh: '没有保存 {period} 有效的规则。', en: 'No rules are kept that were valid in {period}.' },
  ),
  NO_SUCH_BOARD: message(
    { zh: '没有这种榜单', en: 'No such board' },
    { zh: '现行规则没有这种榜单：{kind}。', en: 'The rules make no board of this kind: {kind}.' },
  ),
  ALREADY_PUBLISHED: message(
    { zh: '榜单已发布', en: 'Already published' },
    {
      zh: '现行版本为 {version}；如需更正，请写明所更正的版本及原因。',
      en: 'Version {version} stands; to correct it, name it in `replaces` and say why.',
    },
  ),
  NOT_PUBLISHED: message(
    { zh: '榜单未发布', en: 'Not published' },
    { zh: '没有可更正或复算的版本。', en: 'There is no such version to correct or to recompute.' },
  ),
  BODY_TOO_LARGE: message(
    { zh: '请求体过大', en: 'The body is too large' },
    { zh: '请求体最多 {bytesMax} 字节。', en: 'A body has at most {bytesMax} bytes.' },
  ),
  UNSUPPORTED_MEDIA_TYPE: message(
    { zh: '不支持的内容类型', en: 'Unsupported media type' },
    { zh: '请用 application/json（UTF-8）。', en: 'Send application/json in UTF-8.' },
  ),
  VALIDATION: message(
    { zh: '请求内容有误', en: 'The content is not valid' },
    { zh: '有字段不符合要求，见 errors。', en: 'Fields are not as they have to be; see errors.' },
  ),
  INVALID: message(
    { zh: '内容有误', en: 'A value is not possible' },
    { zh: '字段 {field}：{reason}。', en: 'Field {field}: {reason}.' },
  ),
  UNKNOWN_UNIT: message(
    { zh: '没有这个单位', en: 'Unknown unit' },
    {
      zh: '单位名录中没有代码 {unitCode}，或该单位没有辖区。',
      en: 'The directory has no unit {unitCode}, or it has no place of its own.',
    },
  ),
  UNKNOWN_ITEM: message(
    { zh: '没有这个事项', en: 'Unknown item' },
    { zh: '派单目录中没有代码 {itemCode}。', en: 'The catalogue has no item {itemCode}.' },
  ),
  AMBIGUOUS_PLACE: message(
    { zh: '地点不唯一', en: 'The place is ambiguous' },
    {
      zh: '多个地点同名（{candidates}），请写明区或单位代码。',
      en: 'Several places have that name ({candidates}); add the district or give the unit code.',
    },
  ),
  PLACE_OUTSIDE_CITY: message(
    { zh: '地点不在本市', en: 'The place is outside the city' },
    { zh: '该地点不在本市范围内。', en: 'The place is not within the city.' },
  ),
  PLACE_NOT_FOUND: message(
    { zh: '找不到地点', en: 'Place not found' },
    {
      zh: '无法从所给信息确定地点。',
      en: 'The place cannot be told from what was given.',
    },
  ),
  NOT_COUNTED: message(
    { zh: '尚未统计', en: 'Not counted yet' },
    {
      zh: '{what} 尚未统计，请先请求统计，完成后再试。',
      en: '{what}: not counted yet. Ask for the months to be counted, and try again when they are.',
    },
  ),
  CALENDAR_COVERAGE: message(
    { zh: '工作日历未覆盖', en: 'Past the calendar' },
    {
      zh: '工作日历只到 {until}，不含 {year} 年。',
      en: 'The calendar of working days ends on {until} and does not cover {year}.',
    },
  ),
  INTERNAL: message(
    { zh: '服务内部错误', en: 'Internal error' },
    {
      zh: '服务出错，已记录。请凭 x-correlation-id 反馈。',
      en: 'The service failed and has noted it. Quote x-correlation-id when you report it.',
    },
  ),
  BUSY: message(
    { zh: '服务繁忙', en: 'Busy' },
    { zh: '请稍后用同一幂等键重试。', en: 'Try again shortly with the same idempotency key.' },
  ),
} as const satisfies Record<string, { title: Text; detail: Text }>;

/** The detail of NOT_ACCEPTED for a ticket that has ended. */
export const nothingAccepted: Text = {
  zh: '工单状态为 {status}，已终结，不再接受操作。',
  en: 'The ticket is {status}: it has ended and accepts nothing more.',
};

/** The detail of NOT_IN_REMIT for a task that goes against the duty list. */
export const againstDuty = ({ code, zh, en, leadUnit }: NamedDuty): Text => ({
  zh: `职责清单 ${code}“${zh}”由 ${leadUnit ?? '其他单位'} 主责，街乡仅协助，不得下派。`,
  en: `The duty list has ${code} "${en}" led by ${leadUnit ?? 'another unit'}; the subdistrict only assists, so the task is not pushed down.`,
});
