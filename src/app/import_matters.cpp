#include "app/import_matters.h"

#include <unordered_map>
#include <utility>
#include <vector>

namespace shaoyin::app {
namespace {

struct Pending {
  SheetRow source;
  PlannedRow plan;
};

Error changed(const std::string& column) {
  return fault(ErrorCode::kKeyReused, column, "",
               {"来源编号与已导入的记录（或本文件前面的一行）相同，但内容不同；历史不改写",
                "A row with this key was imported before, or stands earlier in this file, with other content; history is not rewritten"},
               {"请核对来源，或为这一行另用编号", "Check the source, or give this row a key of its own"});
}

class Import {
 public:
  Import(const ImportMap& map, const clock::Zone& zone, const ImportPorts& ports, const ImportOptions& options)
      : map_(map), zone_(zone), ports_(ports), options_(options) {
    for (const Flag flag : map.flags) {
      summary_.flagged[flag_name(flag)] = 0;
    }
  }

  Result<ImportSummary> run(SheetSource& source) {
    if (const Status ready = start(source); !ready) {
      return ready.error();
    }
    SheetRow row;
    while (true) {
      const Result<bool> more = source.next(row);
      if (!more) {
        return more.error();
      }
      if (!*more) {
        break;
      }
      take(std::move(row));
      if (chunk_.size() + refusals_.size() >= kImportChunkRows) {
        if (const Status stored = store_chunk(); !stored) {
          return stored.error();
        }
      }
    }
    if (const Status stored = store_chunk(); !stored) {
      return stored.error();
    }
    return summary_;
  }

 private:
  Status start(SheetSource& source) {
    const Result<bool> any = source.next(header_);
    if (!any) {
      return any.error();
    }
    if (!*any) {
      return fault(ErrorCode::kMissingField, "header", "the file has no rows");
    }
    Result<SheetLayout> layout = SheetLayout::find(map_, header_);
    if (!layout) {
      return layout.error();
    }
    layout_ = std::move(*layout);
    Filter filter;
    filter.channels = {map_.channel};
    filter.limit = 1;
    const Result<Page> before = ports_.store.list(map_.district, filter);
    if (!before) {
      return before.error();
    }
    first_time_ = before->total == 0;
    return note_district();
  }

  // The district's own row in its register, so that lists can name it.
  Status note_district() {
    const Result<std::vector<registers::Row>> grids = ports_.store.register_rows(map_.district, "grid");
    if (!grids) {
      return grids.error();
    }
    if (grids->empty()) {
      registers::Row& row = register_rows_.emplace_back();
      row.reg = "grid";
      row.code = std::to_string(map_.district.value);
      row.columns = {{"kind", "district"}, {"name_zh", map_.district_name.zh}, {"name_en", map_.district_name.en},
                     {"zone", map_.zone}};
    }
    return {};
  }

  void take(SheetRow row) {
    ++summary_.read;
    Result<PlannedRow> plan = plan_row(map_, zone_, layout_, row, options_.now);
    if (!plan) {
      return hold_refusal(std::move(row), plan.error());
    }
    const auto [earlier, fresh] = seen_.try_emplace(plan->key, plan->content);
    if (!fresh && earlier->second != plan->content) {
      return hold_refusal(std::move(row), changed(map_.columns.key));
    }
    for (const Flag flag : plan->flags) {
      ++summary_.flagged[flag_name(flag)];
    }
    if (!fresh) {
      ++summary_.unchanged;
      return;
    }
    chunk_.push_back({std::move(row), std::move(*plan)});
  }

  // Refusals wait for their chunk, so that they are told in the order of the file.
  void hold_refusal(SheetRow row, const Error& error) {
    ++summary_.rejected;
    const std::int64_t number = row.number;
    refusals_.emplace(number, std::make_pair(std::move(row), error));
  }

  void tell_refusals() {
    for (const auto& [number, refusal] : refusals_) {
      if (options_.refused) {
        options_.refused(header_, refusal.first, refusal.second);
      }
    }
    refusals_.clear();
  }

  Status store_chunk() {
    const std::string key = chunk_key();
    const Result<std::optional<Receipt>> before = ports_.store.receipt(map_.district, scope(), key, key);
    if (!before) {
      return before.error();
    }
    if (chunk_.empty() || *before) {
      summary_.unchanged += static_cast<std::int64_t>(chunk_.size());
    } else if (const Status stored = store_new_rows(); !stored) {
      return stored;
    }
    chunk_.clear();
    tell_refusals();
    if (options_.progress) {
      options_.progress(summary_);
    }
    return {};
  }

  Status store_new_rows() {
    if (!first_time_) {
      if (const Status left = leave_out_known(); !left) {
        return left;
      }
    }
    if (!options_.dry_run && !chunk_.empty()) {
      const Status stored = commit();
      if (!stored && stored.error().code == ErrorCode::kConflict && first_time_) {
        first_time_ = false;  // another map's rows bear these numbers, or someone imports beside us
        return store_new_rows();
      }
      if (!stored) {
        return stored;
      }
    }
    summary_.imported += static_cast<std::int64_t>(chunk_.size());
    return {};
  }

  // Rows of an earlier, differently cut import: keeps in the chunk only those that are new.
  Status leave_out_known() {
    std::vector<Pending> fresh;
    for (Pending& pending : chunk_) {
      const Result<MatterId> matter = ports_.store.find_number(map_.district, pending.plan.row.number);
      if (!matter && matter.error().code != ErrorCode::kNotFound) {
        return matter.error();
      }
      if (!matter) {
        fresh.push_back(std::move(pending));
        continue;
      }
      const Result<bool> same = same_content(*matter, pending.plan);
      if (!same) {
        return same.error();
      }
      if (*same) {
        ++summary_.unchanged;
      } else {
        for (const Flag flag : pending.plan.flags) {
          --summary_.flagged[flag_name(flag)];
        }
        hold_refusal(std::move(pending.source), changed(map_.columns.key));
      }
    }
    chunk_ = std::move(fresh);
    return {};
  }

  Result<bool> same_content(MatterId matter, const PlannedRow& plan) {
    const Result<Stored> stored = ports_.store.load(map_.district, matter);
    if (!stored) {
      return stored.error();
    }
    if (stored->wrapped_key.empty()) {
      return true;  // its content was erased and must not come back
    }
    const Result<std::string> wanted = ports_.vault.commitment(stored->wrapped_key, to_hex(plan.content));
    if (!wanted) {
      return wanted.error();
    }
    for (const ledger::Link& link : stored->links) {
      if (link.kind != matter::EventKind::kImported) {
        continue;
      }
      const Result<ledger::Entry> entry = ledger::parse_entry(link.bytes);
      if (!entry) {
        return entry.error();
      }
      return entry->event.text("source") == map_.name && entry->event.text("content") == *wanted;
    }
    return false;
  }

  // The key names exactly the rows that go in: a chunk of which some rows were left out must be looked at again.
  Status commit() {
    const std::string key = chunk_key();
    CommitRequest request;
    request.district = map_.district;
    request.key_scope = scope();
    request.key = key;
    request.request_hash = key;
    request.now = options_.now;
    request.number_prefix = map_.number_prefix;
    request.register_rows = register_rows_;
    for (const Pending& pending : chunk_) {
      Result<Batch> batch = seal(pending.plan);
      if (!batch) {
        return batch.error();
      }
      request.batches.push_back(std::move(*batch));
    }
    const Result<Receipt> receipt = ports_.store.commit(request);
    if (!receipt) {
      return receipt.error();
    }
    register_rows_.clear();
    return {};
  }

  Result<Batch> seal(const PlannedRow& plan) {
    Batch batch;
    batch.matter = ports_.new_id();
    batch.row = plan.row;
    batch.row.id = batch.matter;
    batch.wrapped_key = ports_.vault.new_key();
    std::vector<matter::Event> events = plan.events;
    for (const PlannedText& text : plan.texts) {
      const Result<std::string> commitment = ports_.vault.commitment(batch.wrapped_key, text.original);
      if (!commitment) {
        return commitment.error();
      }
      const Result<std::string> cipher = ports_.vault.seal(batch.wrapped_key, text.original);
      if (!cipher) {
        return cipher.error();
      }
      events[text.event].data[text.attribute] = Value::sealed(*commitment);
      batch.texts.push_back({*commitment, text.where, *cipher, text.masked});
    }
    // Keyed, so that the content cannot be guessed from the ledger once the key is gone.
    const Result<std::string> content = ports_.vault.commitment(batch.wrapped_key, to_hex(plan.content));
    if (!content) {
      return content.error();
    }
    for (matter::Event& event : events) {
      if (event.kind == matter::EventKind::kImported) {
        event.data["content"] = Value::sealed(*content);
      }
    }
    batch.links = ledger::chain(map_.district, batch.matter, 0, Hash{}, events);
    return batch;
  }

  [[nodiscard]] std::string scope() const { return "import:" + map_.name; }

  [[nodiscard]] std::string chunk_key() const {
    std::string bytes = "shaoyin-import-chunk 1";
    for (const Pending& pending : chunk_) {
      bytes += '\n' + pending.plan.key + ' ' + to_hex(pending.plan.content);
    }
    return to_hex(sha256(bytes));
  }

  const ImportMap& map_;
  const clock::Zone& zone_;
  const ImportPorts& ports_;
  const ImportOptions& options_;
  ImportSummary summary_;
  SheetRow header_;
  SheetLayout layout_;
  bool first_time_ = false;  // nothing of this map was there when we began: no row needs to be looked up
  std::vector<registers::Row> register_rows_;
  std::vector<Pending> chunk_;
  std::map<std::int64_t, std::pair<SheetRow, Error>> refusals_;  // by row number
  std::unordered_map<std::string, Hash> seen_;                   // keys of this file
};

}  // namespace

Result<ImportSummary> import_matters(SheetSource& source, const ImportMap& map, const clock::Zone& zone,
                                     const ImportPorts& ports, const ImportOptions& options) {
  return Import(map, zone, ports, options).run(source);
}

}  // namespace shaoyin::app
