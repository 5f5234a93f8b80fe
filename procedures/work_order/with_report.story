# What must be looked at becomes a report, with a number of ours, while the hotline's time runs on; what is not ours is ruled on; a second order about the same thing names the first.
story: An order becomes a report, another is contested
kind:  work_order
rows:  62
place: 120103004010001001
2024-03-04 09:00  order_desk     import_order(20240304000777; water stands in the yard; pipes; complain)  received
           09:10  order_desk     accept_order(community; pipes)                   handling  answer by 2024-03-11 17:30
           09:20  order_desk     make_report(child.field.what: water stands in the yard, order of the hotline)  with_report  report: reported  answer by 2024-03-11 17:30
           09:25  community      report: accept(category: pipes; grade: general)  accepted
           09:30  community      report: settle(the drain is clear; after: a dry yard)  awaiting_call_back
           10:00  street         report: call_back                                awaiting_call_back
           10:01  street         report: record_answer(solved; dry)               awaiting_call_back
           10:02  street         report: close                                    closed  work_order: handling
           10:10  order_desk     second: import_order(20240304000778; water stands in the yard, again; pipes; complain)  received
           10:11  order_desk     second: name_same(work_order)                    received
           10:20  order_city     second: say_not_ours(we never had it)            REFUSED who
           10:21  order_gas      second: say_not_ours(we never had it)            REFUSED who
           10:30  order_desk     second: accept_order(gas_company; pipes)         handling
           10:40  order_gas      second: say_not_ours(no gas pipe there; map 3)   returning  owner district  object by 2024-03-11 17:30
           10:50  order_ruler    second: keep(telecom_company; the yard is theirs)  REFUSED when
           10:50  order_ruler    second: keep(city_management; the yard is theirs)  handling  owner city_management
           11:00  order_city     second: say_not_ours(still not ours)             REFUSED when
           11:10  order_city     second: answer_order(drained with the first)     replied
           12:00  order_desk     third: import_order(20240304000999; a lamp in another district; park; ask)  received
           12:10  order_desk     third: accept_order(city_management; park)       handling  answer by 2024-03-05 17:30
           12:20  order_city     third: say_not_ours(it lies in another district; the map)  returning
           12:30  order_ruler    third: take_back(the hotline agrees)             sent_back
