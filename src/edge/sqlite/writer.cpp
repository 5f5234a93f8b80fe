#include "edge/sqlite/writer.h"

#include <exception>
#include <utility>

namespace shaoyin::sqlite {
namespace {

constexpr std::chrono::seconds kFailureShown{15};  // some probes of an orchestrator

// Faults of one command's own making; every other fault concerns the whole transaction.
bool concerns_one(const SqlFailed& failed) {
  const int primary = failed.code & 0xFF;
  return primary == SQLITE_CONSTRAINT || primary == SQLITE_TOOBIG || primary == SQLITE_MISMATCH ||
         primary == SQLITE_RANGE || primary == SQLITE_ERROR;
}

bool is_fatal(const SqlFailed& failed) {
  const int primary = failed.code & 0xFF;
  return primary == SQLITE_IOERR || primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB ||
         primary == SQLITE_READONLY || primary == SQLITE_CANTOPEN;
}

}  // namespace

Writer::Writer(std::unique_ptr<Database> database, WriterLimits limits, std::function<void(Database&)> before_commit)
    : database_(std::move(database)), limits_(limits), before_commit_(std::move(before_commit)), thread_([this] { loop(); }) {}

Writer::~Writer() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  came_.notify_one();
  thread_.join();
}

Status Writer::run(Work work) {
  const auto command = std::make_shared<Command>();
  command->work = std::move(work);
  std::unique_lock lock(mutex_);
  if (broken_) {
    return *broken_;
  }
  if (queue_.size() >= limits_.queue_max) {
    return fault(ErrorCode::kBusy, "store", "queue_max");
  }
  queue_.push_back(command);
  if (queue_.size() == 1 || queue_.size() >= last_group_) {
    came_.notify_one();
  }
  command->answered.wait(lock, [&] { return command->answer.has_value(); });
  return *command->answer;
}

Status Writer::health() {
  const std::lock_guard lock(mutex_);
  if (broken_) return *broken_;
  const bool lately = failed_ && std::chrono::steady_clock::now() - failed_at_ < kFailureShown;
  return lately ? Status{*failed_} : Status{};
}

// Takes what waits. When the last group was larger, its callers are probably about to come back: a short wait for
// them halves the number of fsyncs under load, and a lone caller never waits.
Writer::Group Writer::next_group() {
  std::unique_lock lock(mutex_);
  came_.wait(lock, [&] { return ending_ || !queue_.empty(); });
  const auto until = std::chrono::steady_clock::now() + limits_.linger;
  came_.wait_until(lock, until, [&] { return ending_ || queue_.size() >= last_group_; });
  Group group;
  while (!queue_.empty() && group.size() < limits_.group_max) {
    group.push_back(std::move(queue_.front()));
    queue_.pop_front();
  }
  last_group_ = std::max<std::size_t>(group.size(), 1);
  return group;
}

void Writer::loop() {
  for (Group group = next_group(); !group.empty(); group = next_group()) {
    process(group);
  }
}

void Writer::process(const Group& group) {
  std::vector<Status> answers;
  std::optional<Error> failure;
  try {
    if (broken_) {  // written by this thread only
      answers.assign(group.size(), *broken_);
    } else {
      commit(group, answers);
    }
  } catch (const SqlFailed& failed) {
    if (database_->in_transaction()) {
      sqlite3_exec(database_->handle(), "ROLLBACK", nullptr, nullptr, nullptr);
    }
    if (is_fatal(failed)) {
      stop_accepting(failed);
    }
    failure = error_of(failed);
    answers.assign(group.size(), *failure);
  }
  {
    const std::lock_guard lock(mutex_);
    failed_ = failure;
    failed_at_ = std::chrono::steady_clock::now();
    for (std::size_t i = 0; i < group.size(); ++i) {
      group[i]->answer = answers[i];
    }
  }
  for (const std::shared_ptr<Command>& command : group) {
    command->answered.notify_one();
  }
}

// In the log, NORMAL leaves out the fsync of each commit and nothing else: what is there after a power cut is what was there at one moment.
void Writer::choose_durability() {
  const bool waits = waits_;
  if (std::exchange(waited_, waits) != waits) database_->execute(waits ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
}

void Writer::commit(const Group& group, std::vector<Status>& answers) {
  choose_durability();
  database_->run("BEGIN IMMEDIATE");
  for (const std::shared_ptr<Command>& command : group) {
    answers.push_back(run_one(command->work));
  }
  before_commit_(*database_);
  database_->run("COMMIT");
}

Status Writer::run_one(const Work& work) {
  database_->run("SAVEPOINT one");
  Status answer;
  try {
    answer = work(*database_);
  } catch (const SqlFailed& failed) {
    if (!concerns_one(failed) || !database_->in_transaction()) {
      throw;
    }
    answer = error_of(failed);
  } catch (const std::exception& failed) {
    answer = fault(ErrorCode::kStorage, "store", failed.what());
  }
  if (!answer) {
    database_->run("ROLLBACK TO one");
  }
  database_->run("RELEASE one");
  return answer;
}

void Writer::stop_accepting(const SqlFailed& failed) {
  const std::lock_guard lock(mutex_);
  broken_ = fault(ErrorCode::kStorage, "store", "writing has stopped: " + failed.what,
                  {"存储出现读写错误，已停止写入，请检查磁盘后重启服务",
                   "The disk failed while writing, so writing has stopped. Check the disk, then restart the server"});
}

}  // namespace shaoyin::sqlite
