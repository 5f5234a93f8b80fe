#include "app/ports/order.h"

namespace shaoyin::app {

bool comes_before(Filter::Order order, const MatterRow& a, const MatterRow& b) {
  switch (order) {
    case Filter::Order::kDue:
      if (a.next_due != b.next_due) {
        return a.next_due && (!b.next_due || *a.next_due < *b.next_due);
      }
      return a.id < b.id;
    case Filter::Order::kNewest: return a.opened != b.opened ? a.opened > b.opened : a.id > b.id;
    case Filter::Order::kOldest: return a.opened != b.opened ? a.opened < b.opened : a.id < b.id;
    case Filter::Order::kUpdated: return a.updated != b.updated ? a.updated > b.updated : a.id > b.id;
  }
  return false;
}

}  // namespace shaoyin::app
