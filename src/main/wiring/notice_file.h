// Notices wait for the district's own gateway (SMS, office messenger) as lines of a file it reads. Codes and instants only; a key
// lets the reader drop repeats.
// A line is there whole or not at all: what a full disk or a power cut left of one is taken away again before the next. The file
// may be moved away at any moment; the next notice begins a new one, and a line that may have missed the reader of the old one is
// written again.
// Threads: one at a time; nobody else writes the file.
#pragma once

#include <filesystem>

#include "app/ports/store.h"

namespace shaoyin::wiring {

// True: the notice is durable in `file`, which is made when it is not there (mode 0600). False: it is not to be counted on and goes
// out again later; no half line stays.
[[nodiscard]] bool write_notice(const std::filesystem::path& file, const app::OutboxItem& item);

}  // namespace shaoyin::wiring
