#include "app/attach.h"

#include <algorithm>
#include <set>

#include "app/callers.h"
#include "core/base/file_kind.h"
#include "core/base/photo.h"

namespace shaoyin::app {
namespace {

bool takes_evidence(const procedure::ActionSpec& action) {
  return std::any_of(action.takes.begin(), action.takes.end(), [](const procedure::Input& input) { return input.slot.evidence; });
}

// Whether the action is possible now, on the matter or on any of its records.
bool possible_somewhere(const procedure::Procedure& procedure, const matter::Matter& matter, const procedure::ActionSpec& action, const procedure::Facts& facts) {
  if (action.on.empty()) return procedure::possible(procedure, matter, action, 0, facts).all();
  return std::any_of(matter.records.begin(), matter.records.end(), [&](const matter::Record& record) {
    return record.type == action.on && procedure::possible(procedure, matter, action, record.number, facts).all();
  });
}

bool may_attach(const Rules& rules, const procedure::Procedure& procedure, const matter::Matter& matter, const access::Caller& caller, Instant now) {
  const BookOutside outside(*rules.book);
  const procedure::Facts facts{now, caller.actor, rules.calendar, rules.pack, outside, {}, {}, {}, {}, may_of(caller, *rules.book)};
  const std::vector<GridCode> path = rules.book->path(matter.place);
  return std::any_of(procedure.actions.begin(), procedure.actions.end(), [&](const procedure::ActionSpec& action) {
    return action.by == procedure::ActionSpec::By::kPerson && !action.opens() && takes_evidence(action) &&
           access::authorize(caller, action.may, path).allowed && possible_somewhere(procedure, matter, action, facts);
  });
}

// How many files are named by entries of others than the reporter: these are not the reporter's to answer for. Error kDamaged.
Result<int> files_of_others(const Stored& stored) {
  std::set<std::string> names;
  for (const ledger::Link& link : stored.links) {
    if (link.kind != matter::EventKind::kEvidenceAttached) continue;
    const auto entry = ledger::parse_entry(link.bytes);
    if (!entry) return entry.error();
    if (entry->event.by.is_reporter) continue;
    for (const Value& file : entry->event.get("evidence").items()) names.insert(file.as_text());
  }
  return static_cast<int>(names.size());
}

Status note(House& house, const access::Caller& caller, const Loaded& loaded, const FileRow& row) {
  if (!caller.actor.is_reporter) return house.store().note_file(house.district().id, row, kFilesPerMatter);
  const Result<int> others = files_of_others(loaded.stored);
  if (!others) return others.error();
  const FileQuota quota{std::min(kFilesOfReporter + *others, kFilesPerMatter.files), kFilesPerMatter.bytes};
  const Status noted = house.store().note_file(house.district().id, row, quota);
  const bool full = !noted && noted.error().detail == "files_per_matter_max";
  return full ? Status(fault(ErrorCode::kTooLong, "body", std::to_string(kFilesOfReporter), {"一件诉求最多六张照片", "A report takes six photos at most"})) : noted;
}

// What is kept of a file: of a picture the picture, of a paper all of it. A picture that cannot be taken apart might hold where it was taken.
Result<std::string> to_keep(std::string_view bytes) {
  if (file_kind(bytes) == FileKind::kPdf) return std::string(bytes);
  std::optional<std::string> picture = without_metadata(bytes);
  if (!picture) {
    return fault(ErrorCode::kMalformed, "body", "", {"照片不完整，或不是静态照片", "The photo is not complete, or it moves"}, {"请重新拍摄，或另选一张照片", "Take it again, or choose another"});
  }
  return std::move(*picture);
}

}  // namespace

Status check_kind(std::string_view bytes, bool from_resident) {
  const FileKind kind = file_kind(bytes);
  if (kind != FileKind::kOther && (kind != FileKind::kPdf || !from_resident)) return {};
  if (from_resident) {
    return fault(ErrorCode::kMalformed, "body", "image/jpeg | image/png | image/webp",
                 {"这个文件不是 JPEG、PNG 或 WebP 照片（看的是文件内容，不是文件名）", "This file is no JPEG, PNG or WebP photo (its content is looked at, not its name)"},
                 {"请另选一张照片", "Choose a photo"});
  }
  return fault(ErrorCode::kMalformed, "body", "image/jpeg | image/png | image/webp | application/pdf",
               {"这个文件既不是 JPEG、PNG、WebP 照片，也不是 PDF（看的是文件内容，不是文件名）", "This file is neither a photo (JPEG, PNG, WebP) nor a PDF (its content is looked at, not its name)"},
               {"请另选文件；其他文件请先另存为 PDF", "Choose another file; save papers of other kinds as PDF first"});
}

Result<std::string> attach(House& house, Files& files, const access::Caller& caller, const Loaded& loaded, std::string_view bytes) {
  const std::shared_ptr<const Rules> rules = house.rules();
  const auto procedure = rules->of(loaded.matter);
  if (!procedure) return fault(ErrorCode::kUnknownProcedure, "kind", loaded.matter.kind);
  if (loaded.stored.wrapped_key.empty()) return fault(ErrorCode::kNotAllowedNow, "file", "erased", {"内容已清除，不能再添加材料", "The content was erased; no file can be added any more"});
  if (!may_attach(*rules, *procedure, loaded.matter, caller, house.now())) {
    return fault(ErrorCode::kForbidden, "file", "evidence",
                 {"您现在没有需要提交材料的操作，不能上传；请由经办单位上传，或等到可以办理时再传",
                  "Nothing you can do on this matter now takes files; leave it to the unit that works on it, or send the file when it is your turn"});
  }
  if (const Status fit = check_kind(bytes, caller.actor.is_reporter); !fit) return fit.error();
  const auto kept = to_keep(bytes);
  if (!kept) return kept.error();
  auto name = files.name(loaded.stored.wrapped_key, *kept);
  if (!name) return name;
  const FileRow row{loaded.matter.id, *name, static_cast<std::int64_t>(kept->size()), house.now(), false};
  if (Status noted = note(house, caller, loaded, row); !noted) return noted.error();
  return files.put(loaded.stored.wrapped_key, *kept);
}

}  // namespace shaoyin::app
