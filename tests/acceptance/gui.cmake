# SPDX-License-Identifier: GPL-3.0-or-later
# The window with the sandbox behind it, on a display of its own: what is no journey of a person (journeys/).
slipway_test(acceptance_changing_window SOURCES changing_window_test.cpp LINK slipway_window_program
    LABELS acceptance xvfb deep TIMEOUT 120)
slipway_test(acceptance_canary_gui SOURCES canary_gui_test.cpp LINK slipway_window_program LABELS acceptance xvfb deep
    TIMEOUT 300 ENVIRONMENT "QTEST_FUNCTION_TIMEOUT=200000")
# The same program as a screen reader meets it, over the accessibility bus.
add_test(NAME acceptance-screen_reader
    COMMAND "${PROJECT_SOURCE_DIR}/tests/support/with-display.sh" ${SLIPWAY_ACCEPTANCE_PYTHON} -B
            "${CMAKE_CURRENT_SOURCE_DIR}/screen_reader_test.py")
set_tests_properties(acceptance-screen_reader PROPERTIES TIMEOUT 180 LABELS "acceptance;xvfb"
    ENVIRONMENT "SLIPWAY=$<TARGET_FILE:slipway>;SLIPWAYCTL=$<TARGET_FILE:slipwayctl>")
# A window beside an agent that gets GitHub's news.
add_test(NAME acceptance-news_window
    COMMAND "${PROJECT_SOURCE_DIR}/tests/support/with-display.sh" ${SLIPWAY_ACCEPTANCE_PYTHON} -B
            "${CMAKE_CURRENT_SOURCE_DIR}/news_window_test.py")
set_tests_properties(acceptance-news_window PROPERTIES TIMEOUT 180 LABELS "acceptance;xvfb;deep"
    ENVIRONMENT "SLIPWAY=$<TARGET_FILE:slipway>;SLIPWAYCTL=$<TARGET_FILE:slipwayctl>")
# The terminal as the window's twin, and further starts of the program.
add_test(NAME acceptance-twin
    COMMAND "${PROJECT_SOURCE_DIR}/tests/support/with-display.sh" ${SLIPWAY_ACCEPTANCE_PYTHON} -B
            "${CMAKE_CURRENT_SOURCE_DIR}/twin_test.py")
set_tests_properties(acceptance-twin PROPERTIES TIMEOUT 600 LABELS "acceptance;xvfb;deep"
    ENVIRONMENT "SLIPWAY=$<TARGET_FILE:slipway>;SLIPWAYCTL=$<TARGET_FILE:slipwayctl>")
