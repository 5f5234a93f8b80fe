#include "main/cli/filters.h"

#include <CLI/CLI.hpp>

namespace shaoyin::cli {

void Filters::add_to(CLI::App& command, const Context& context) {
  command.add_option("--kind", kind, context.say("事项种类，如 report、whistle", "kind of matter, e.g. report, whistle"))->allow_extra_args(false);
  command.add_option("--step", step, context.say("环节", "step"))->allow_extra_args(false);
  command.add_option("--owner", owner, context.say("责任单位代码", "code of the owning unit"))->allow_extra_args(false);
  command.add_option("--category", category, context.say("分类代码（含下级）", "category code, with all below"))->allow_extra_args(false);
  command.add_option("--channel", channel, context.say("来源渠道", "channel"))->allow_extra_args(false);
  command.add_option("--area", area, context.say("网格代码（含下级）", "grid code, with all below"))->allow_extra_args(false);
  command.add_option("--party", party, context.say("参与单位代码", "code of a unit that takes part"))->allow_extra_args(false);
  command.add_flag("--open", open, context.say("只看办理中的", "open ones only"));
  command.add_flag("--overdue", overdue, context.say("只看超期的", "overdue ones only"));
  command.add_flag("--contested", contested, context.say("只看有争议的", "contested ones only"));
  command.add_flag("--returned", returned, context.say("只看退回过的", "returned ones only"));
  command.add_option("-q,--search", q, context.say("按编号、标题、内容搜索", "words in number, title and texts"));
  command.add_option("--order", order, context.say("排序：due newest oldest updated", "due newest oldest updated"))->check(CLI::IsMember({"due", "newest", "oldest", "updated"}));
}

void Filters::put_into(Query& query) const {
  const auto all = [&](const char* name, const std::vector<std::string>& values) {
    for (const std::string& value : values) query.add(name, value);
  };
  all("kind", kind);
  all("step", step);
  all("owner", owner);
  all("category", category);
  all("channel", channel);
  all("area", area);
  all("party", party);
  query.add_if("open", open ? "true" : "");
  query.add_if("overdue", overdue ? "true" : "");
  query.add_if("contested", contested ? "true" : "");
  query.add_if("returned", returned ? "true" : "");
  query.add_if("order", order);
}

Result<json::value> page_of_matters(const Context& context, Link& link, const Filters& filters, const Query& query) {
  if (filters.q.empty()) return get_json(context, link, "/matters" + query.text());
  return search_json(context, link, "/matters/search" + query.text(), filters.q);
}

}  // namespace shaoyin::cli
