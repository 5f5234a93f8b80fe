# On an everyday round a grid worker sees water under a balcony: the visit is the source of the report.
story: Seen on an everyday round
kind:  campaign
rows: 34
place: 120103004010001
2023-02-14 08:00  visit_planner  plan_visits(name: Everyday round of February; purpose: everyday; due: +14d 17:30; stop.grid: 120103004010001001; stop.origin: everyday_round)  planned
           08:05  visit_planner  set_out                                going
           08:10  visitor        visit(agreed_before; to_be_mended; water under the balcony of building 13)  going
           08:15  visitor        raise_report(water; child.field.what: Water comes out of the wall of building 13; child.field.category: pipes-reclaimed; child.field.wish: reply)  going  report: reported
           08:20  visitor        close                                  REFUSED may
           08:21  visit_planner  close                                  closed
2023-02-15 09:00  visit_planner  own: plan_visits(name: Hazards; purpose: safety; due: +14d 17:30; stop.grid: 120103004010001001; stop.origin: asked_for)  planned
           09:01  visit_planner  own: set_out                           going
           09:10  visit_planner  own: visit(public_part_only; nothing)  going
           09:20  visit_planner  own: close                             REFUSED who
           09:21  visit_closer   own: close                             closed
