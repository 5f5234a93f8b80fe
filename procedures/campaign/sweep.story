# One round with places from residents' disputes and from the hotline. A visit says whether they agreed, or it is not noted; who said no is not asked again;
# what was found becomes a matter.
story: One round, two origins
kind:  campaign
rows: 63
place: 120103004010
2023-10-16 09:00  visit_planner  plan_visits(name: Before the heating; purpose: disputes; due: +14d 17:30; stop.grid: 120103004010001, 120103004010001001; stop.origin: neighbours)  planned  set_out by +7d 17:30
           09:05  visitor        add_places(120103004010001; hotline)   planned
           09:06  visitor        set_out                                REFUSED may
           09:07  street_visitor  set_out                               REFUSED who
           09:10  visit_planner  set_out                                going  finish by +14d 17:30
2023-10-17 10:00  street_visitor  visit#1(agreed_at_door; nothing)      REFUSED who
           10:01  visitor        visit#1(found: dispute_found)          REFUSED stop.consent
           10:02  visitor        visit#1(agreed_at_door; dispute_found; water from above)  going
           10:05  visitor        raise_report#1(water; child.field.what: water from above; child.field.category: pipes; child.field.wish: none)  REFUSED when
           10:10  visitor        raise_dispute#1(water; child.field.what: water drips from the balcony above; child.field.category: noise; child.field.mediator: p-mediator)  going  dispute: asking
           10:30  street_visitor  not_visited#2(said_no)                REFUSED who
           10:31  visitor        not_visited#2(said_no)                 going
           10:32  visitor        call_again#2                           REFUSED when
           11:00  visitor        not_visited#3(nobody_there)            going
           11:01  street_visitor  call_again#3                          REFUSED who
           11:02  visitor        call_again#3                           going
           11:10  visit_closer   close                                  REFUSED when
           11:20  visit_closer   end_early(no time)                     REFUSED when
2023-10-18 10:00  visitor        visit#3(public_part_only; to_be_mended; the cable hangs low)  going
           10:01  visitor        raise_dispute#3(no; child.field.what: no; child.field.category: noise; child.field.mediator: p-mediator)  REFUSED when
           10:05  visitor        raise_report#3(the cable; child.field.what: A cable hangs low by the gate; child.field.category: pipes; child.field.wish: none)  going  report: reported
           10:09  visit_closer   close                                  closed
           10:10  visit_planner  empty: plan_visits(name: Nothing yet; purpose: safety; due: +14d 17:30)  planned
           10:11  visit_planner  empty: set_out                         REFUSED when
           10:12  visit_planner  empty: end_early(the street goes)      ended_early
