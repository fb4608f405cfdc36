# SPDX-License-Identifier: GPL-3.0-or-later
# Flags live once, in this interface target; every floor and test links it.
add_library(slipway_flags INTERFACE)
target_include_directories(slipway_flags INTERFACE "${PROJECT_SOURCE_DIR}/src")
target_compile_options(slipway_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual
    # Designated initialisers name the fields that matter and leave the rest at their defaults.
    -Wno-missing-field-initializers
    # g++ 12 sees overflows in "text" + std::string where there are none (GCC bug 105651, repaired in 13).
    $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict$<SEMICOLON>-Wno-stringop-overflow>
    $<$<BOOL:${SLIPWAY_WARNINGS_AS_ERRORS}>:-Werror>)
target_compile_definitions(slipway_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_FOREACH QT_NO_KEYWORDS QT_STRICT_ITERATORS
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)
if(CMAKE_BUILD_TYPE STREQUAL "Release")
    # What is shipped is hardened as Debian hardens its own: an overflow ends the program, and no table of addresses stays
    # writable (tests/packaging/hardening.sh looks at the result). All targets have the same, for the precompiled header.
    include(CheckCXXCompilerFlag)
    set(hardening -fstack-protector-strong)
    foreach(flag -fstack-clash-protection -fcf-protection) # not on every processor
        string(MAKE_C_IDENTIFIER "SLIPWAY_HAS${flag}" has)
        check_cxx_compiler_flag(${flag} ${has})
        if(${has})
            list(APPEND hardening ${flag})
        endif()
    endforeach()
    target_compile_options(slipway_flags INTERFACE ${hardening}
        # It checks nothing without an optimiser, and glibc warns.
        $<$<NOT:$<BOOL:$<TARGET_PROPERTY:SLIPWAY_UNOPTIMISED>>>:-U_FORTIFY_SOURCE$<SEMICOLON>-D_FORTIFY_SOURCE=2>)
    target_link_options(slipway_flags INTERFACE $<$<STREQUAL:$<TARGET_PROPERTY:TYPE>,EXECUTABLE>:-pie>
        LINKER:-z,relro,-z,now,-z,noexecstack)
endif()
if(SLIPWAY_SANITIZE)
    set(sanitizers address,undefined)
    if(SLIPWAY_SANITIZE STREQUAL "THREAD")
        set(sanitizers thread)
    endif()
    # libFuzzer follows the paths through all floors; only its own programs get its main().
    target_compile_options(slipway_flags INTERFACE -fsanitize=${sanitizers} -fno-sanitize-recover=undefined -fno-omit-frame-pointer
        $<$<STREQUAL:${SLIPWAY_SANITIZE},FUZZER>:-fsanitize=fuzzer-no-link>)
    # A quarter of the build's time, for little: a null that is used ends the program under AddressSanitizer as well, and
    # x86-64 reads what is not aligned. The fuzzers, built for the long test only, have both.
    if(SLIPWAY_SANITIZE STREQUAL "ADDRESS")
        target_compile_options(slipway_flags INTERFACE -fno-sanitize=null,alignment)
    endif()
    target_link_options(slipway_flags INTERFACE -fsanitize=${sanitizers})
endif()

# slipway_floor(NAME SOURCES… LINK floors and libraries…): one static library a floor, with the alias Slipway::NAME.
# What may be linked is the table of docs/architecture.md; tests/checks/include_edges.py holds the includes to the same table.
function(slipway_floor name)
    cmake_parse_arguments(arg "" "" "SOURCES;LINK;PRIVATE_LINK" ${ARGN})
    add_library(slipway_${name} STATIC ${arg_SOURCES})
    add_library(Slipway::${name} ALIAS slipway_${name})
    target_link_libraries(slipway_${name} PUBLIC slipway_flags ${arg_LINK} PRIVATE ${arg_PRIVATE_LINK})
    if(name STREQUAL "base")
        target_precompile_headers(slipway_base PRIVATE "${PROJECT_SOURCE_DIR}/src/base/precompiled.h")
    else()
        target_precompile_headers(slipway_${name} REUSE_FROM slipway_base)
    endif()
endfunction()

# slipway_resources(TARGET NAME PREFIX… FILES…): qt_add_resources, in the form that does not keep the moment when each file was
# written: the same sources give the same programs (tests/packaging/reproduce-deb.sh).
function(slipway_resources target name)
    qt_add_resources(${target} ${name} ${ARGN} OPTIONS --format-version 1 --compress-algo zlib)
endfunction()

# slipway_test_code(TARGET): what only drives or judges the program. Where the program is optimised it is not: g++ takes
# 40 % less for it. A precompiled header is good for one set of options only, so it has its own there.
function(slipway_test_code target)
    if(NOT CMAKE_BUILD_TYPE STREQUAL "Release")
        target_precompile_headers(${target} REUSE_FROM slipway_base)
        return()
    endif()
    if(NOT TARGET slipway_test_precompiled)
        file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/precompiled_for_tests.cpp" CONTENT "")
        add_library(slipway_test_precompiled OBJECT "${PROJECT_BINARY_DIR}/precompiled_for_tests.cpp")
        target_link_libraries(slipway_test_precompiled PRIVATE slipway_flags Qt6::Core nlohmann_json::nlohmann_json)
        target_compile_options(slipway_test_precompiled PRIVATE -O0)
        set_target_properties(slipway_test_precompiled PROPERTIES SLIPWAY_UNOPTIMISED ON)
        target_precompile_headers(slipway_test_precompiled PRIVATE "${PROJECT_SOURCE_DIR}/src/base/precompiled.h")
    endif()
    target_compile_options(${target} PRIVATE -O0)
    set_target_properties(${target} PROPERTIES SLIPWAY_UNOPTIMISED ON)
    target_precompile_headers(${target} REUSE_FROM slipway_test_precompiled)
endfunction()

# slipway_test(NAME SOURCES… LINK… [LABELS…] [TIMEOUT s]): one QtTest program. Labels with a meaning for ./test: slow (not
# in --quick), long (only in --long), bench, checks, xvfb (needs a real display: it gets one of its own).
function(slipway_test name)
    cmake_parse_arguments(arg "" "TIMEOUT" "SOURCES;LINK;LABELS;ENVIRONMENT" ${ARGN})
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE slipway_flags ${arg_LINK} Qt6::Test)
    slipway_test_code(${name})
    # What ./test does not run under the sanitizers need not be built with them (see the labels that it leaves out);
    # ./test --long runs more.
    if(SLIPWAY_SANITIZE AND NOT SLIPWAY_SANITIZE_DEEP AND arg_LABELS MATCHES "(^|;)(slow|deep|long|bench|xvfb)(;|$)")
        set_target_properties(${name} PROPERTIES EXCLUDE_FROM_ALL ON)
    endif()
    set(platform offscreen)
    if("xvfb" IN_LIST arg_LABELS)
        set(platform xcb)
        add_test(NAME ${name} COMMAND "${PROJECT_SOURCE_DIR}/tests/support/with-display.sh" $<TARGET_FILE:${name}>)
    else()
        add_test(NAME ${name} COMMAND ${name})
    endif()
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    if(SLIPWAY_SANITIZE)
        math(EXPR arg_TIMEOUT "3 * ${arg_TIMEOUT}")
    endif()
    math(EXPR function_timeout "1000 * (${arg_TIMEOUT} - 5)") # QtTest says which function it was, ctest does not
    set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS "${arg_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=${platform};QTEST_FUNCTION_TIMEOUT=${function_timeout};${arg_ENVIRONMENT}")
endfunction()
