# The hotline's number is the order's own: the same number does not come in a second time, so that no order is answered twice and counted twice.
story: The same number twice
kind:  work_order
rows:  62
place: 120103004010001001
2024-03-04 09:00  order_desk     import_order(20240304001234; the street is dark at the school; park; help)  received
           09:05  order_desk     again: import_order(20240304001234; the street is dark at the school; park; help)  REFUSED when
           09:06  order_desk     below: import_order(-5; the street is dark; park; help)  REFUSED field.external
           09:10  order_desk     other: import_order(20240304001235; it is dark at the school; park; help)  received
           09:11  order_desk     other: name_same(work_order)  other: received
