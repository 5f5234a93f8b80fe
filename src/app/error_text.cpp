#include "app/error_text.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "app/detail_words.h"
#include "core/base/ensure.h"

namespace shaoyin::app {
namespace {

struct Entry {
  ErrorCode code;
  Words message;  // {field} and {detail} are replaced
  Words hint;
};

using enum ErrorCode;

const std::array<Entry, 34>& table() {
  static const std::array<Entry, 34> entries{{
      {kMissingField, {"缺少{field}", "{field} is missing"},
       {"请填写这一项后再提交", "Fill it in and send again"}},
      {kUnknownField, {"不认识{field}", "{field} is not something this request takes"},
       {"请删去这一项，或核对名称", "Leave it out, or check its name"}},
      {kWrongType, {"{field}的内容类型不对", "{field} has the wrong kind of value"},
       {"应为：{detail}", "Expected: {detail}"}},
      {kTooLong, {"{field}太长", "{field} is too long"},
       {"请缩短；上限 {detail}", "Shorten it; the limit is {detail}"}},
      {kTooShort, {"{field}太短或为空", "{field} is too short or empty"},
       {"请补充；下限 {detail}", "Add to it; at least {detail}"}},
      {kNotAChoice, {"{field}不在可选范围内", "{field} is not one of the choices"},
       {"请从中选择：{detail}", "Choose one of: {detail}"}},
      {kImpossibleTime, {"{field}不是有效的日期时间", "{field} is not a date and time that exists"},
       {"请按 2023-02-14T09:00:00+08:00 的格式填写 1970 至 2100 年间的时间",
        "Write it like 2023-02-14T09:00:00+08:00, between 1970 and 2100"}},
      {kInvalidUtf8, {"{field}含有无法识别的字符", "{field} holds bytes that are not text"},
       {"请以 UTF-8 编码发送，并去掉控制字符", "Send it as UTF-8 without control characters"}},
      {kInvalidPoint, {"{field}不是有效的坐标", "{field} is not a point on earth"},
       {"经度在 -180 至 180、纬度在 -90 至 90 之间（WGS-84）", "Longitude -180 to 180, latitude -90 to 90 (WGS-84)"}},
      {kOutsideDistrict, {"{field}不在本区范围内", "{field} is outside this district"},
       {"请重新选择位置；区外问题请拨打 12345", "Choose the place again; for other districts call 12345"}},
      {kUnknownReference, {"{field}：登记册中没有“{detail}”", "{field}: no register row \"{detail}\" today"},
       {"请从列表中重新选择", "Choose it again from the list"}},
      {kMalformed, {"{field}无法读取", "{field} cannot be read"},
       {"请检查格式：{detail}", "Check the format: {detail}"}},
      {kUnknownAction, {"这类事项没有“{detail}”这个操作", "This kind of matter has no action \"{detail}\""},
       {"请刷新页面，从列出的操作中选择", "Reload and choose one of the actions offered"}},
      {kUnknownProcedure, {"本区没有“{detail}”这类事项", "This district has no matters of kind \"{detail}\""},
       {"请从事项种类列表中选择", "Choose one of the kinds listed under /procedures"}},
      {kNotAllowedNow, {"当前环节不能做这个操作", "This action is not possible in the present step"},
       {"请刷新页面，查看现在可以做什么", "Reload to see what can be done now"}},
      {kGuardRefused, {"条件尚未满足", "A condition of this action does not hold yet"},
       {"请先满足这一条件，再做此操作", "See to that first, then do it again"}},
      {kForbidden, {"您没有“{detail}”权限", "You do not hold the permission \"{detail}\""},
       {"如工作需要，请联系本单位管理员授权", "If your work needs it, ask your unit's administrator"}},
      {kNotThisActor, {"这个操作应由其他单位或人员完成", "This action belongs to another unit or person"},
       {"请由页面上所列的责任单位操作", "Leave it to the unit named on the page"}},
      {kOutOfDate, {"您查看之后，事项已有变化", "The matter has changed since you looked"},
       {"请刷新后核对，再重新提交", "Reload, look again, and resubmit"}},
      {kKeyReused, {"同一个请求编号已用于另一请求", "This request key was used for a different request"},
       {"请为新的操作使用新的 Idempotency-Key", "Use a new Idempotency-Key for a new thing"}},
      {kConflict, {"与已有的内容冲突", "This collides with what is already there"},
       {"请刷新后核对，再重试", "Look again at what is there, then try again"}},
      {kBusy, {"系统繁忙", "Too much is going on at once"},
       {"请稍候几秒再试，已填写的内容不会丢失", "Wait a few seconds and send it again; nothing was changed"}},
      {kNotFound, {"找不到所请求的内容", "There is nothing here, or nothing that you may see"},
       {"请核对编号、名称或路径", "Check the number, name or path"}},
      {kUnauthenticated, {"尚未登录或登录已过期", "You are not signed in, or the session has ended"},
       {"请重新登录；脚本须换新的令牌（user token）", "Sign in again; a script needs a new token (`user token`)"}},
      {kBadCredentials, {"用户名或密码不正确", "The name or the password is wrong"},
       {"请核对后重试；从第五次失败起须等待，之后越来越久", "Check both and try again; from the fifth failure on there is a wait, longer each time"}},
      {kTooManyAttempts, {"尝试次数过多", "Too many tries"},
       {"请在 {detail} 后再试", "Try again after {detail}"}},
      {kCsrf, {"请求不是从本系统页面发出的", "The request does not come from our own page"},
       {"请刷新页面后重试，或使用令牌访问接口", "Reload the page and try again, or use a bearer token"}},
      {kTooLarge, {"{field}超过大小限制", "{field} is larger than allowed"},
       {"请缩小后再发送；上限 {detail}", "Make it smaller; the limit is {detail}"}},
      {kProcedureFault, {"流程文件有误：{field}", "The procedure file has a fault at {field}"},
       {"请按提示修改流程文件：{detail}", "Mend the file: {detail}"}},
      {kRegisterFault, {"登记册行有误：{field}", "The register row has a fault at {field}"},
       {"请按提示修改：{detail}", "Mend the row: {detail}"}},
      {kLocked, {"数据目录正被服务占用", "The data folder is in use by a running server"},
       {"请改用 --server 连接服务，或先停止服务", "Use --server to talk to it, or stop it first"}},
      {kKeyMissing, {"保险库主密钥缺失或不匹配", "The vault's master key is missing or not ours"},
       {"请恢复主密钥文件后再启动（见 docs/running）", "Put the master key file back (see docs/running)"}},
      {kStorage, {"存储暂不可用", "Storage is not available at the moment"},
       {"请稍后再试；管理员请检查磁盘空间：{detail}", "Try again later; operators: check the disk: {detail}"}},
      {kDamaged, {"已存数据校验不通过", "Stored data do not verify"},
       {"请联系管理员运行 shaoyin doctor：{detail}", "Ask the operator to run shaoyin doctor: {detail}"}},
  }};
  return entries;
}

// A file, account or number that the caller named is named back.
const Words kThatIsNotThere{"找不到“{detail}”", "There is no \"{detail}\""};

std::string filled(std::string_view pattern, const std::string& field, const std::string& detail) {
  std::string out;
  while (!pattern.empty()) {
    if (pattern.starts_with("{field}")) {
      out += field;
      pattern.remove_prefix(7);
    } else if (pattern.starts_with("{detail}")) {
      out += detail;
      pattern.remove_prefix(8);
    } else {
      out += pattern.front();
      pattern.remove_prefix(1);
    }
  }
  return out;
}

// A hint that ends in an empty detail ("Expected: ") loses that part rather than trailing off.
std::string_view without_empty_detail(std::string_view pattern) {
  for (const std::string_view tail : {"：{detail}", ": {detail}", "；上限 {detail}", "; the limit is {detail}",
                                      "；下限 {detail}", "; at least {detail}"}) {
    if (pattern.ends_with(tail)) return pattern.substr(0, pattern.size() - tail.size());
  }
  return pattern;
}

// What residents' forms ask for, as the forms call it; fields of programs and files keep the names they are sent by.
const Words* form_name(std::string_view field) {
  static const std::array<std::pair<std::string_view, Words>, 6> names{{{"place", {"地点", "where it is"}}, {"what", {"问题", "what is wrong"}}, {"address", {"地址", "the address"}},
      {"phone", {"电话", "the phone number"}}, {"wish", {"答复方式", "how to be answered"}}, {"code", {"查询码", "the receipt code"}}}};
  const auto found = std::find_if(names.begin(), names.end(), [&](const auto& one) { return one.first == field; });
  return found == names.end() ? nullptr : &found->second;
}

std::string named(const Error& error, Language language) {
  const std::string& called = error.called.in(language);
  if (error.field.empty() && called.empty()) return language == Language::kZh ? "请求" : "The request";
  const Words* form = form_name(error.field);
  const std::string name = !called.empty() ? called : form != nullptr ? form->in(language) : error.field;
  return language == Language::kZh ? "“" + name + "”" : "\"" + name + "\"";
}

}  // namespace

ErrorText error_text(const Error& error, Language language) {
  for (const Entry& entry : table()) {
    if (entry.code != error.code) continue;
    const std::string field = named(error, language);
    const std::string detail = detail_in_words(error.detail, language);
    std::string_view message = entry.message.in(language);
    if (error.code == kNotFound && !detail.empty()) message = kThatIsNotThere.in(language);
    std::string_view hint = entry.hint.in(language);
    const std::string& said = error.said.in(language);
    if (!error.cure.empty()) return {said.empty() ? filled(message, field, detail) : said, error.cure.in(language)};
    // What the rule said itself is not said again, and least of all in the other language.
    if (error.detail.empty() || error.said.en.find(error.detail) != std::string::npos) hint = without_empty_detail(hint);
    if (error.code == kDamaged && !said.empty()) hint = {};  // a backup, a key: what is damaged there the doctor cannot look at; said has the cure
    return {said.empty() ? filled(message, field, detail) : said, filled(hint, field, detail)};
  }
  ensure(false, "every ErrorCode has its words");
  return {};
}

std::vector<ErrorCode> all_error_codes() {
  std::vector<ErrorCode> codes;
  for (int i = 0; i <= static_cast<int>(kDamaged); ++i) codes.push_back(static_cast<ErrorCode>(i));
  return codes;
}

}  // namespace shaoyin::app
