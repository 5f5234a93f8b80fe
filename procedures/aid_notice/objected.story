# Whoever knows better objects while the notice is up: it comes down and the application is checked anew.
story: There is a second flat
kind:  aid_application
place: 120103004010001
2024-03-04 09:00  aid_worker     open(need: the rent and nothing left; category: hardship; family: temporary; people: 2; applicant: Xu)  received
           09:10  aid_worker     record_consent(check; +60d 17:30; the signed letter)  received
           09:20  aid_clerk      sort_out(temporary; ours)               checking
           09:30  aid_clerk      check_income(900; household_says)       checking
           09:40  aid_clerk      visit_home(2; as they say; a note)      checking
           09:50  aid_clerk      publish_opinion(once; 1000; as the checks say)  publicising  aid_notice: public by 2024-03-12 00:00
2024-03-06 10:00  aid_worker     aid_notice: object(there is a second flat, let out)  objected  aid_application: checking
