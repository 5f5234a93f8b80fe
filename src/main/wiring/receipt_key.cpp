#include "main/wiring/receipt_key.h"

#include <fstream>
#include <iterator>

namespace shaoyin::wiring {

Result<std::string> open_receipt_key(const std::filesystem::path& data_folder, app::Vault& vault) {
  const std::filesystem::path file = data_folder / "receipt.key";
  if (std::ifstream in(file, std::ios::binary); in) {
    const std::string key(std::istreambuf_iterator<char>(in), {});
    if (!vault.commitment(key, "try")) return fault(ErrorCode::kDamaged, "receipt.key", "of another master key");
    return key;
  }
  const std::string key = vault.new_key();
  const std::filesystem::path fresh = file.string() + ".new";
  std::ofstream out(fresh, std::ios::binary);
  out << key;
  out.close();
  std::error_code problem;
  if (out) std::filesystem::rename(fresh, file, problem);
  if (!out || problem) return fault(ErrorCode::kStorage, "receipt.key", "cannot be written");
  return key;
}

}  // namespace shaoyin::wiring
