# Each check keeps the threshold of its own day. The subdistrict checked by the standard of 1,010 yuan; the bureau, where the new one of 1,080 yuan holds,
# checks as well because somebody objected. The first check stays as it was, and only the new one is made by the new standard.
story: A new standard holds for new decisions
kind:  aid_application
rows:  76
place: 120103004010001
2024-12-27 09:00  aid_worker     open(need: the shop had to close; category: hardship; family: subsistence; people: 2; applicant: Qian)  received
           09:10  aid_worker     record_consent(check; +300d 17:30; the signed letter)  received
           09:20  aid_clerk      sort_out(subsistence; ours)             checking
           09:30  aid_clerk      check_income(1050; core_platform)       checking
           09:40  aid_clerk      give_opinion(do_not_give; recognition; forty yuan above the standard)  deciding
           10:00  aid_approver   refuse(above the standard; the employment office)  refusing
           10:10  aid_clerk      deliver(what he signed)                 refused
2025-01-03 09:00  aid_deputy     reconsider(a new standard holds)        received
           09:10  aid_clerk      sort_out(subsistence; ours)             checking
           09:20  aid_clerk      publish_opinion(monthly; 200; by the new standard)  REFUSED when
           09:25  aid_worker     record_consent(check; +300d 17:30; a new letter)  checking
           09:30  bureau_handler  check_by_bureau(1050; core_platform)   checking
           09:40  aid_clerk      visit_home(2; an empty shop; a note)    checking
           09:50  aid_clerk      publish_opinion(monthly; 200; by the new standard)  publicising
2025-01-11 09:00  clock          -                                       deciding
           09:10  aid_deputy     grant(200; quarterly; by the new standard)  paying
